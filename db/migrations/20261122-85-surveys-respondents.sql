-- Who answers a wave, and how they are asked. Two lists that no column joins: an invitation knows its place and whether it was
-- answered, a respondent knows a pseudonym and a sheet. Only work, with the key of the series, can go from one to the other.

-- How a wave is filled in, declared before it opens.
create table house.surveys_fillings (
  wave_id uuid primary key references house.surveys_waves on delete cascade,
  doubles text not null check (doubles in ('latest', 'merge')),   -- what counts when an organisation sends two sheets
  open_link boolean not null,
  set_by uuid,
  set_at timestamptz not null
);

create table house.surveys_respondents (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves,
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  pseudonym text not null,
  type text,
  size text,
  province_code text,
  trial boolean not null default false,
  name_sealed bytea,                              -- how the first page greets, under the key of the sheet; gone once it is sent
  state text not null check (state in ('invited', 'begun', 'sent', 'double', 'set-aside')),
  state_since timestamptz not null,
  constraint surveys_respondents_sheet_once unique (sheet_id),
  constraint surveys_respondents_unnamed check (name_sealed is null or state in ('invited', 'begun'))
);
create unique index surveys_respondents_one_counts on house.surveys_respondents (wave_id, pseudonym) where state = 'sent';
create index surveys_respondents_pseudonym on house.surveys_respondents (pseudonym, wave_id);

-- A section of a sheet in the hands of a colleague, behind a link of its own.
create table house.surveys_parts (
  id uuid primary key,
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  section text not null check (length(section) between 1 and 100),
  label_sealed bytea not null,                    -- for whom, in the words of who handed it over; under the key of the sheet
  link_sealed bytea not null,                     -- so that the link can be looked up again; under the key of the sheet
  made_at timestamptz not null,
  done_at timestamptz,
  ended_at timestamptz
);
create unique index surveys_parts_one_runs on house.surveys_parts (sheet_id, section) where ended_at is null;

create table house.surveys_invitations (
  id uuid primary key,
  place_id uuid not null references house.surveys_places on delete cascade,
  made_at timestamptz not null,
  reminders integer not null default 0 constraint surveys_invitations_two_reminders check (reminders between 0 and 2),
  reminded_at timestamptz,
  bounced_at timestamptz,
  answered boolean not null default false,        -- yes or no, and not when
  declined boolean not null default false,
  constraint surveys_invitations_place_once unique (place_id)
);

-- Sheets that came in by the open link of a wave. They count for nothing until somebody says whose they are.
create table house.surveys_open_answers (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves,
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  claimed_sealed bytea not null,                  -- which organisation it says to be
  made_at timestamptz not null,
  sent boolean not null default false,
  place_id uuid references house.surveys_places on delete set null,
  decision text check (decision in ('matched', 'dropped')),
  decided_by uuid,
  decided_at timestamptz,
  constraint surveys_open_answers_sheet_once unique (sheet_id),
  constraint surveys_open_answers_decided_whole check ((decision is null) = (decided_at is null)),
  constraint surveys_open_answers_place_when_matched check (decision is distinct from 'dropped' or place_id is null)
);
create index surveys_open_answers_wave on house.surveys_open_answers (wave_id);
create index surveys_open_answers_place on house.surveys_open_answers (place_id);

-- What was decided about two sheets of one organisation.
create table house.surveys_doubles (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves,
  pseudonym text not null,
  rule text not null check (rule in ('latest', 'merge')),
  sections jsonb not null default '{}',           -- when merged: section key to the number of the respondent it is taken from
  reason text constraint surveys_doubles_reason check (length(reason) between 1 and 1000),   -- when it is another rule than was declared
  decided_by uuid,
  decided_at timestamptz not null,
  settled_at timestamptz
);
create index surveys_doubles_wave on house.surveys_doubles (wave_id);

-- Somebody wants the own answers by mail: where to, until the letter is written.
create table house.surveys_copies (
  id uuid primary key,
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  address_sealed bytea not null,
  lang text not null check (lang in ('nl', 'en')),
  asked_at timestamptz not null
);
create index surveys_copies_sheet on house.surveys_copies (sheet_id);

call house.guard(array['surveys_fillings', 'surveys_respondents', 'surveys_parts', 'surveys_invitations', 'surveys_open_answers', 'surveys_doubles',
  'surveys_copies']);

-- The rule for doubles is declared before the first answer.
create function house.surveys_guard_filling() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.doubles = old.doubles then return new; end if;
  if exists (select from house.surveys_waves w where w.id = new.wave_id and w.state not in ('design', 'pilot')) then
    raise exception 'declared beforehand' using errcode = '23514', constraint = 'surveys_fillings_beforehand';
  end if;
  return new;
end $$;
create trigger guarded before insert or update on house.surveys_fillings for each row execute function house.surveys_guard_filling();

-- The sheet that the actor's link is about: its own link, the copy, or that of a section.
create function house.surveys_linked_sheet() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select case when p.purpose in ('sheet', 'sheet-copy') then p.subject::uuid
              when p.purpose = 'sheet-part' then (select q.sheet_id from house.surveys_parts q where q.id::text = p.subject and q.ended_at is null) end
    from house.proof() p where p.kind = 'link' and p.purpose in ('sheet', 'sheet-copy', 'sheet-part')
$$;
create function house.surveys_linked_wave() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce((select r.wave_id from house.surveys_respondents r where r.sheet_id = house.surveys_linked_sheet()),
                  (select o.wave_id from house.surveys_open_answers o where o.sheet_id = house.surveys_linked_sheet()),
                  (select l.wave_id from house.surveys_invitations i join house.surveys_places l on l.id = i.place_id
                    where i.id::text = house.actor_link('poll-decline')))
$$;
create function house.surveys_linked_series() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select w.series_id from house.surveys_waves w where w.id = house.surveys_linked_wave()
$$;
-- The section that the actor was handed, and the sheet it belongs to.
create function house.surveys_part_sheet() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select q.sheet_id from house.surveys_parts q where q.id::text = house.actor_link('sheet-part') and q.ended_at is null
$$;
-- The questions of that section; with `before`, also those that decide which of its questions are shown.
create function house.surveys_part_questions(before boolean) returns text[]
  language sql stable security definer set search_path = house, pg_temp as $$
  with recursive asked as (
    select part.section = s ->> 'key' as handed, q ->> 'key' as key, coalesce(q -> 'when' -> 'all', '[]') as tests
      from house.surveys_parts part join house.questionnaires_sheets sheet on sheet.id = part.sheet_id
      join house.questionnaires_versions v on v.id = sheet.version_id,
           jsonb_array_elements(v.definition -> 'sections') s, jsonb_array_elements(s -> 'questions') q
     where part.id::text = house.actor_link('sheet-part') and part.ended_at is null),
  wanted as (
    select key from asked where handed
    union select t ->> 'question' from wanted w join asked a on a.key = w.key, jsonb_array_elements(a.tests) t where before)
  select coalesce(array_agg(key), '{}') from wanted
$$;
-- What the same organisation sent in the wave before, by its pseudonym.
create function house.surveys_earlier_sheet() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select e.sheet_id from house.surveys_respondents r join house.surveys_waves w on w.id = r.wave_id
    join house.surveys_respondents e on e.pseudonym = r.pseudonym and e.state = 'sent' and not e.trial
    join house.surveys_waves ew on ew.id = e.wave_id and ew.series_id = w.series_id and ew.number < w.number
   where r.sheet_id::text = house.actor_link('sheet') order by ew.number desc limit 1
$$;
-- Researchers read sheets that were sent, once their wave is closed.
create function house.surveys_sheet_readable(sheet uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.surveys_respondents r join house.surveys_waves w on w.id = r.wave_id
    join house.questionnaires_sheets s on s.id = r.sheet_id
    where r.sheet_id = sheet and s.sent_at is not null and r.state in ('sent', 'double') and w.state in ('closed', 'cleaned', 'published'))
$$;
grant execute on function house.surveys_linked_sheet(), house.surveys_linked_wave(), house.surveys_linked_series(), house.surveys_part_sheet(),
  house.surveys_part_questions(boolean), house.surveys_earlier_sheet(), house.surveys_sheet_readable(uuid) to plein_house, plein_worker;

-- The first page was opened, or the sheet was sent. Whoever sends second for one organisation waits for a decision.
create function house.surveys_note_progress(sheet uuid, what text) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare r house.surveys_respondents; wave uuid := house.surveys_linked_wave(); becomes text := what;
begin
  if house.actor_link('sheet') is distinct from sheet::text or what not in ('begun', 'sent') then
    raise exception 'not this link' using errcode = '42501';
  end if;
  if what = 'sent' then
    perform from house.surveys_waves w where w.id = wave and w.state in ('pilot', 'open') for share;
    if not found then raise exception 'the wave is closed' using errcode = '23514', constraint = 'surveys_respondents_while_open'; end if;
    update house.surveys_open_answers o set sent = true where o.sheet_id = sheet;
  end if;
  select q.* into r from house.surveys_respondents q where q.sheet_id = sheet for update;
  if r.id is null or r.state not in ('invited', 'begun') or r.state = what then return r.state; end if;
  if what = 'sent' then
    perform pg_advisory_xact_lock(hashtextextended('surveys ' || r.wave_id || r.pseudonym, 0));
    if exists (select from house.surveys_respondents o where o.wave_id = r.wave_id and o.pseudonym = r.pseudonym and o.id <> r.id and o.state in ('sent', 'double'))
      then becomes := 'double'; end if;
  end if;
  update house.surveys_respondents q set state = becomes, state_since = house.moment(),
         name_sealed = case when what = 'sent' then null else q.name_sealed end where q.id = r.id;
  return becomes;
end $$;

-- Somebody begins by the open link of a wave: an empty sheet that belongs to nobody yet.
create function house.surveys_take_part(wave uuid, sheet uuid, answer uuid, claimed bytea) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare v uuid;
begin
  select w.version_id into v from house.surveys_waves w join house.surveys_fillings f on f.wave_id = w.id
   where w.id = wave and w.state = 'open' and f.open_link;
  if v is null then return false; end if;
  insert into house.questionnaires_sheets (id, version_id, made_at) values (sheet, v, house.moment()) on conflict (id) do nothing;
  insert into house.surveys_open_answers (id, wave_id, sheet_id, claimed_sealed, made_at) values (answer, wave, sheet, claimed, house.moment())
    on conflict (sheet_id) do nothing;
  return true;
end $$;

-- What the page of the open link says before anybody is known: nothing that is not meant for everybody.
create function house.surveys_open_wave(series text, year text, out wave uuid, out title jsonb, out label jsonb)
  language sql stable security definer set search_path = house, pg_temp as $$
  select w.id, s.title, w.label from house.surveys_waves w join house.surveys_series s on s.id = w.series_id
    join house.surveys_fillings f on f.wave_id = w.id where s.slug = series and w.slug = year and w.state = 'open' and f.open_link
$$;
grant execute on function house.surveys_note_progress(uuid, text), house.surveys_take_part(uuid, uuid, uuid, bytea), house.surveys_open_wave(text, text)
  to plein_house, plein_worker;

-- How far a wave is, in groups. A group is told only when at least five answered and at least five did not; when one group of
-- a kind is left out, the smallest of the others is left out with it, or it could be worked out.
create function house.surveys_progress(wave uuid)
  returns table (kind text, key text, invited integer, answered integer, bounced integer)
  language sql stable security definer set search_path = house, pg_temp as $$
  with asked as (
    select p.type, p.size, p.province_code, i.answered, i.bounced_at is not null and not i.answered as bounced
      from house.surveys_invitations i join house.surveys_places p on p.id = i.place_id
     where p.wave_id = wave and not p.trial and (house.actor_may('researcher') or house.actor_works())),
  groups as (
    select 'type' as kind, coalesce(type, '') as key, answered from asked
    union all select 'size', coalesce(size, ''), answered from asked
    union all select 'region', coalesce(province_code, ''), answered from asked),
  counted as (
    select kind, key, count(*)::int as invited, count(*) filter (where answered)::int as answered from groups group by kind, key),
  told as (select *, answered >= 5 and invited - answered >= 5 as open from counted),
  ranked as (
    select *, count(*) filter (where not open) over (partition by kind) as hidden,
           row_number() over (partition by kind, open order by answered, key) as place from told)
  select 'all', '', count(*)::int, case when count(*) filter (where answered) >= 5 then (count(*) filter (where answered))::int end,
         case when count(*) filter (where bounced) >= 5 then (count(*) filter (where bounced))::int end from asked
  union all
  select kind, key, invited, case when open and not (hidden = 1 and place = 1) then answered end, null::int from ranked
$$;
grant execute on function house.surveys_progress(uuid) to plein_house, plein_worker;

create policy researchers_read on house.surveys_fillings for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_set on house.surveys_fillings for insert to plein_house
  with check ((select house.actor_may('researcher')) and set_by = (select house.actor_session()));
create policy researchers_change on house.surveys_fillings for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')) and set_by = (select house.actor_session()));
create policy worker on house.surveys_fillings to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_fillings to plein_house;
grant update (doubles, open_link, set_by, set_at) on house.surveys_fillings to plein_house;
grant select, insert, update, delete on house.surveys_fillings to plein_worker;

create policy by_link on house.surveys_respondents for select to plein_house using (sheet_id = (select house.surveys_linked_sheet()));
create policy researchers_after_closing on house.surveys_respondents for select to plein_house
  using ((select house.actor_may('researcher')) and state in ('sent', 'double')
    and wave_id in (select w.id from house.surveys_waves w where w.state in ('closed', 'cleaned', 'published')));
create policy worker on house.surveys_respondents to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.surveys_respondents to plein_house;
grant select, insert, update, delete on house.surveys_respondents to plein_worker;

create policy by_link on house.surveys_parts for select to plein_house
  using (sheet_id::text = (select house.actor_link('sheet')) or id::text = (select house.actor_link('sheet-part')));
create policy by_link_hands_over on house.surveys_parts for insert to plein_house with check (sheet_id::text = (select house.actor_link('sheet')));
create policy by_link_ends on house.surveys_parts for update to plein_house
  using (sheet_id::text = (select house.actor_link('sheet')) or id::text = (select house.actor_link('sheet-part')))
  with check (sheet_id::text = (select house.actor_link('sheet')) or (id::text = (select house.actor_link('sheet-part')) and ended_at is null));
create policy worker on house.surveys_parts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_parts to plein_house;
grant update (done_at, ended_at) on house.surveys_parts to plein_house;
grant select, insert, update, delete on house.surveys_parts to plein_worker;

-- Whether an invitation was answered, declined or reminded is not granted to the house: researchers count, and see no names.
create policy researchers_see on house.surveys_invitations for select to plein_house using ((select house.actor_may('researcher')));
create policy by_link on house.surveys_invitations for select to plein_house using (id::text = (select house.actor_link('poll-decline')));
create policy by_link_declines on house.surveys_invitations for update to plein_house
  using (id::text = (select house.actor_link('poll-decline'))) with check (id::text = (select house.actor_link('poll-decline')));
create policy worker on house.surveys_invitations to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, place_id, made_at, bounced_at), update (declined) on house.surveys_invitations to plein_house;
grant select, insert, update, delete on house.surveys_invitations to plein_worker;

-- A researcher says whose an open answer is, and is not told which sheet it is.
create policy researchers_match on house.surveys_open_answers for select to plein_house using ((select house.actor_may('researcher')) and sent);
create policy researchers_decide on house.surveys_open_answers for update to plein_house
  using ((select house.actor_may('researcher')) and sent and decision is null)
  with check ((select house.actor_may('researcher')) and decided_by = (select house.actor_session()));
create policy worker on house.surveys_open_answers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, wave_id, claimed_sealed, sent, place_id, decision, decided_by, decided_at) on house.surveys_open_answers to plein_house;
grant update (place_id, decision, decided_by, decided_at) on house.surveys_open_answers to plein_house;
grant select, insert, update, delete on house.surveys_open_answers to plein_worker;

create policy researchers_read on house.surveys_doubles for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_decide on house.surveys_doubles for insert to plein_house
  with check ((select house.actor_may('researcher')) and decided_by = (select house.actor_session()));
create policy worker on house.surveys_doubles to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_doubles to plein_house;
grant select, insert, update, delete on house.surveys_doubles to plein_worker;

create policy by_link on house.surveys_copies for insert to plein_house with check (sheet_id::text = (select house.actor_link('sheet')));
create policy worker on house.surveys_copies to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant insert on house.surveys_copies to plein_house;
grant select, insert, update, delete on house.surveys_copies to plein_worker;

-- Behind a link: the wave that is filled in and its series, the section that was handed over, and the own answers of last time.
create policy by_link on house.surveys_waves for select to plein_house using (id = (select house.surveys_linked_wave()));
create policy by_link on house.surveys_series for select to plein_house using (id = (select house.surveys_linked_series()));
create policy by_link on house.surveys_plans for select to plein_house using (wave_id = (select house.surveys_linked_wave()));
create policy by_part on house.questionnaires_sheets for select to plein_house using (id = (select house.surveys_part_sheet()));
create policy by_part_saves on house.questionnaires_sheets for update to plein_house
  using (id = (select house.surveys_part_sheet())) with check (id = (select house.surveys_part_sheet()) and sent_at is null);
create policy earlier on house.questionnaires_sheets for select to plein_house using (id = (select house.surveys_earlier_sheet()));
create policy researchers_after_closing on house.questionnaires_sheets for select to plein_house
  using ((select house.actor_may('researcher')) and house.surveys_sheet_readable(id));
create policy by_part on house.questionnaires_answers for select to plein_house
  using (sheet_id = (select house.surveys_part_sheet()) and question = any ((select house.surveys_part_questions(true))::text[]));
create policy by_part_saves on house.questionnaires_answers for insert to plein_house
  with check (sheet_id = (select house.surveys_part_sheet()) and question = any ((select house.surveys_part_questions(false))::text[]));
create policy by_part_changes on house.questionnaires_answers for update to plein_house
  using (sheet_id = (select house.surveys_part_sheet()) and question = any ((select house.surveys_part_questions(false))::text[]))
  with check (sheet_id = (select house.surveys_part_sheet()) and question = any ((select house.surveys_part_questions(false))::text[]));
create policy by_part_drops on house.questionnaires_answers for delete to plein_house
  using (sheet_id = (select house.surveys_part_sheet()) and question = any ((select house.surveys_part_questions(false))::text[]));
create policy earlier on house.questionnaires_answers for select to plein_house using (sheet_id = (select house.surveys_earlier_sheet()));
create policy researchers_after_closing on house.questionnaires_answers for select to plein_house
  using ((select house.actor_may('researcher')) and house.surveys_sheet_readable(sheet_id));
