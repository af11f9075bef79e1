-- Who wants to talk about a poll, apart from what was answered. Whoever sent a sheet may leave a name and an address. That row has no
-- column that leads to a sheet or a pseudonym, and until the wave closes no day either. At closing all rows are written anew, with
-- other numbers, in an order that says nothing; only then a letter asks each of them whether it is right.

create table house.surveys_interview_rounds (
  wave_id uuid primary key references house.surveys_waves on delete cascade,
  about jsonb not null check (length(about ->> 'nl') between 10 and 1000),   -- { nl, en? }: what the talks are about
  set_by uuid,
  set_at timestamptz not null
);

-- What people are asked for, before anybody is: when, where, how long, and what they get.
create table house.surveys_interview_proposals (
  id uuid primary key,
  wave_id uuid not null references house.surveys_interview_rounds on delete cascade,
  moment text not null check (length(moment) between 3 and 200),
  place text not null check (length(place) between 3 and 200),
  minutes integer not null check (minutes between 10 and 240),
  reward_form text not null check (length(reward_form) between 1 and 40),
  reward_cents integer not null check (reward_cents between 0 and 1000000),
  reply_by date not null,
  made_by uuid,
  made_at timestamptz not null,
  -- Nothing is offered on purpose only.
  constraint surveys_interview_proposals_reward check ((reward_form = 'none') = (reward_cents = 0))
);
create index surveys_interview_proposals_wave on house.surveys_interview_proposals (wave_id);

create table house.surveys_interviews (
  id uuid primary key,
  wave_id uuid not null references house.surveys_interview_rounds on delete cascade,
  state text not null check (state in ('left', 'asked', 'consented', 'invited', 'agreed', 'declined', 'no-answer', 'held', 'withdrawn')),
  state_on date,                                  -- days are enough; none at all while the wave is open
  uses text[] not null check (uses <@ array['interview', 'project'] and cardinality(uses) between 1 and 2),
  months smallint not null check (months in (6, 12, 24)),
  until date,                                     -- so many months after the last day of the wave
  lang text not null check (lang in ('nl', 'en')),
  text_version smallint not null check (text_version > 0),
  name_sealed bytea,                              -- under the key of the round, which is made before anybody answers
  address_sealed bytea,
  address_index bytea,                            -- so that nobody is asked twice within a year
  proposal_id uuid references house.surveys_interview_proposals,
  invited_on date,
  constraint surveys_interviews_once unique (wave_id, address_index),
  constraint surveys_interviews_undated check ((state = 'left') = (state_on is null) and (state = 'left') = (until is null)),
  constraint surveys_interviews_invited check ((proposal_id is null) = (invited_on is null)),
  constraint surveys_interviews_contact check ((name_sealed is null) = (address_sealed is null)),
  constraint surveys_interviews_erased check (state not in ('declined', 'no-answer', 'withdrawn') or name_sealed is null)
);
create index surveys_interviews_address on house.surveys_interviews (address_index);
create index surveys_interviews_proposal on house.surveys_interviews (proposal_id);

-- Which items came of the talks of a wave: the wave and the item, never a person.
create table house.surveys_interview_items (
  wave_id uuid not null references house.surveys_interview_rounds on delete cascade,
  item_id uuid not null,
  linked_by uuid,
  linked_at timestamptz not null,
  primary key (wave_id, item_id)
);
call house.guard(array['surveys_interview_rounds', 'surveys_interview_proposals', 'surveys_interviews', 'surveys_interview_items']);

-- What everybody may read: how many talks there were, from five on, and what came of them.
create table square.poll_interviews (
  series text not null,
  wave text not null,
  interviews integer check (interviews >= 5),
  items uuid[] not null,
  primary key (series, wave)
);
-- Beside an item: the poll that it came from, with the address of its page.
create table square.item_origins (
  item_id uuid not null,
  path text not null,
  title jsonb not null,
  label jsonb not null,
  respondents integer,
  interviews integer check (interviews >= 5),
  primary key (item_id, path)
);
create index item_origins_path on square.item_origins (path);
grant select on square.poll_interviews, square.item_origins to plein_square;
grant select, insert, update, delete on square.poll_interviews, square.item_origins to plein_house, plein_worker;

-- What the talks are about is fixed when the wave opens: it stands above what people say yes to.
create function house.surveys_guard_round() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.about = old.about then return new; end if;
  if exists (select from house.surveys_waves w where w.id = new.wave_id
              and w.state not in ('design', 'pilot') and not (tg_op = 'INSERT' and w.state = 'open')) then
    raise exception 'fixed at opening' using errcode = '23514', constraint = 'surveys_interview_rounds_fixed';
  end if;
  return new;
end $$;
create trigger guarded before insert or update on house.surveys_interview_rounds for each row execute function house.surveys_guard_round();

-- Whose name it is never changes; it is only taken away.
create function house.surveys_guard_interview() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if (new.name_sealed is not null and new.name_sealed is distinct from old.name_sealed)
     or (new.address_sealed is not null and new.address_sealed is distinct from old.address_sealed)
     or (new.address_index is not null and new.address_index is distinct from old.address_index)
     or new.wave_id <> old.wave_id or new.uses <> old.uses or new.months <> old.months or new.text_version <> old.text_version then
    raise exception 'a consent stays as it was given' using errcode = '23514', constraint = 'surveys_interviews_stays';
  end if;
  return new;
end $$;
create trigger guarded before update on house.surveys_interviews for each row execute function house.surveys_guard_interview();

-- Somebody who sent a sheet leaves a name and an address. Nothing is returned and nothing else is written: not who, not when. The
-- same address twice stays one row.
create function house.surveys_leave_contact(interview uuid, name bytea, address bytea, address_hash bytea, language text, wanted text[], keep smallint, version smallint)
  returns void language plpgsql security definer set search_path = house, pg_temp as $$
declare wave uuid := house.surveys_linked_wave();
begin
  if house.actor_link('sheet') is null then raise exception 'not this link' using errcode = '42501'; end if;
  perform from house.questionnaires_sheets s where s.id::text = house.actor_link('sheet') and s.sent_at is not null;
  if not found then raise exception 'the sheet was not sent' using errcode = '23514', constraint = 'surveys_interviews_after_sending'; end if;
  perform from house.surveys_waves w where w.id = wave and w.state = 'open' for share;
  if not found then raise exception 'the wave is closed' using errcode = '23514', constraint = 'surveys_interviews_while_open'; end if;
  insert into house.surveys_interviews (id, wave_id, state, uses, months, lang, text_version, name_sealed, address_sealed, address_index)
  values (interview, wave, 'left', wanted, keep, language, version, name, address, address_hash)
  on conflict on constraint surveys_interviews_once do nothing;
end $$;

create function house.surveys_interview_wave() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.wave_id from house.surveys_interviews i where i.id::text = house.actor_link('poll-interview')
$$;
create function house.surveys_interview_series() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select w.series_id from house.surveys_waves w where w.id = house.surveys_interview_wave()
$$;
create function house.surveys_interview_proposal() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.proposal_id from house.surveys_interviews i where i.id::text = house.actor_link('poll-interview')
$$;
-- Researchers see an address once its owner said yes to a proposal.
create function house.surveys_interview_address(interview uuid) returns bytea
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.address_sealed from house.surveys_interviews i
   where i.id = interview and i.state in ('agreed', 'held') and (house.actor_may('researcher') or house.actor_works())
$$;
-- When the same address was asked for a talk last, in any poll; null when it never was.
create function house.surveys_interview_asked(interview uuid) returns date
  language sql stable security definer set search_path = house, pg_temp as $$
  select max(o.invited_on) from house.surveys_interviews i join house.surveys_interviews o on o.address_index = i.address_index
   where i.id = interview and (house.actor_may('researcher') or house.actor_works())
$$;
grant execute on function house.surveys_leave_contact(uuid, bytea, bytea, bytea, text, text[], smallint, smallint),
  house.surveys_interview_wave(), house.surveys_interview_series(), house.surveys_interview_proposal(), house.surveys_interview_address(uuid),
  house.surveys_interview_asked(uuid) to plein_house, plein_worker;

create policy researchers_read on house.surveys_interview_rounds for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_set on house.surveys_interview_rounds for insert to plein_house
  with check ((select house.actor_may('researcher')) and set_by = (select house.actor_session()));
create policy researchers_change on house.surveys_interview_rounds for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')) and set_by = (select house.actor_session()));
create policy by_sheet on house.surveys_interview_rounds for select to plein_house using (wave_id = (select house.surveys_linked_wave()));
create policy by_link on house.surveys_interview_rounds for select to plein_house using (wave_id = (select house.surveys_interview_wave()));
create policy worker on house.surveys_interview_rounds to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_interview_rounds to plein_house;
grant update (about, set_by, set_at) on house.surveys_interview_rounds to plein_house;
grant select, insert, update, delete on house.surveys_interview_rounds to plein_worker;

create policy researchers_read on house.surveys_interview_proposals for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_make on house.surveys_interview_proposals for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy by_link on house.surveys_interview_proposals for select to plein_house using (id = (select house.surveys_interview_proposal()));
create policy worker on house.surveys_interview_proposals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_interview_proposals to plein_house;
grant select, insert, update, delete on house.surveys_interview_proposals to plein_worker;

-- Nobody is seen before the wave has closed and the person has said that it is right.
create policy researchers_after_closing on house.surveys_interviews for select to plein_house
  using ((select house.actor_may('researcher')) and state not in ('left', 'asked')
    and wave_id in (select w.id from house.surveys_waves w where w.state in ('closed', 'cleaned', 'published')));
create policy researchers_invite on house.surveys_interviews for update to plein_house
  using ((select house.actor_may('researcher')) and state in ('consented', 'agreed'))
  with check ((select house.actor_may('researcher')) and state in ('invited', 'held'));
create policy by_link on house.surveys_interviews for select to plein_house using (id::text = (select house.actor_link('poll-interview')));
create policy by_link_answers on house.surveys_interviews for update to plein_house
  using (id::text = (select house.actor_link('poll-interview')))
  with check (id::text = (select house.actor_link('poll-interview')) and state in ('consented', 'agreed', 'declined', 'withdrawn', 'held'));
create policy worker on house.surveys_interviews to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
-- Not the address, and not the hash by which it is found.
grant select (id, wave_id, state, state_on, uses, until, lang, text_version, name_sealed, proposal_id, invited_on) on house.surveys_interviews to plein_house;
grant update (state, state_on, name_sealed, address_sealed, address_index, proposal_id, invited_on) on house.surveys_interviews to plein_house;
grant select, insert, update, delete on house.surveys_interviews to plein_worker;

create policy researchers_read on house.surveys_interview_items for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_link on house.surveys_interview_items for insert to plein_house
  with check ((select house.actor_may('researcher')) and linked_by = (select house.actor_session()));
create policy researchers_unlink on house.surveys_interview_items for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_interview_items to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_interview_items to plein_house;
grant select, insert, update, delete on house.surveys_interview_items to plein_worker;

-- Behind the link of a letter: what the poll is called.
create policy by_interview on house.surveys_waves for select to plein_house using (id = (select house.surveys_interview_wave()));
create policy by_interview on house.surveys_series for select to plein_house using (id = (select house.surveys_interview_series()));
