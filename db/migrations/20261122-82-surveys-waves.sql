-- Polls of organisations over the years: a series, its waves, who was asked, what is compared and what was planned beforehand.
-- Every researcher sees and does all of it, whoever owns the series: two people release, and in a small network the second one
-- works elsewhere. What organisations answered hangs on a pseudonym; where their letters go is read by the worker alone.

create table house.surveys_series (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  title jsonb not null check (length(title ->> 'nl') between 3 and 160),          -- { nl, en? }, as all words here
  about jsonb not null check (length(about ->> 'nl') between 1 and 4000),
  population jsonb not null check (length(population ->> 'nl') between 1 and 500),
  organisation_id uuid not null references house.accounts_organisations,           -- answers for it
  types jsonb not null check (jsonb_typeof(types) = 'array'),                      -- [{ key, label }]
  sizes jsonb not null check (jsonb_typeof(sizes) = 'array'),                      -- [{ key, label, from }]
  panel_key_sealed bytea,
  panel_ended_at timestamptz,
  panel_ended_by uuid,
  made_by uuid,
  made_at timestamptz not null,
  constraint surveys_series_slug_once unique (slug),
  constraint surveys_series_key_or_end check ((panel_key_sealed is null) = (panel_ended_at is not null))
);

create table house.surveys_waves (
  id uuid primary key,
  series_id uuid not null references house.surveys_series,
  number integer not null check (number > 0),
  slug text not null check (slug ~ '^[12][0-9]{3}(-[2-9])?$'),                     -- the year, and which one in it
  label jsonb not null check (length(label ->> 'nl') between 1 and 160),
  version_id uuid references house.questionnaires_versions,
  state text not null check (state in ('design', 'pilot', 'open', 'closed', 'cleaned', 'published')),
  state_since timestamptz not null,
  opens date,
  closes date,
  population integer check (population > 0),                                       -- places when it opened
  made_by uuid,
  made_at timestamptz not null,
  constraint surveys_waves_number_once unique (series_id, number),
  constraint surveys_waves_slug_once unique (series_id, slug),
  constraint surveys_waves_closes_after check (closes >= opens),
  constraint surveys_waves_open_is_complete check (state in ('design', 'pilot')
    or (version_id is not null and opens is not null and closes is not null and population is not null))
);
create index surveys_waves_version on house.surveys_waves (version_id);

-- The population of a wave as it was: an old wave never changes. Without a name: the panel has ended.
create table house.surveys_places (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves on delete cascade,
  reference text check (length(reference) between 1 and 120),                      -- the same in every wave
  name text check (length(name) between 1 and 200),
  organisation_id uuid references house.accounts_organisations,
  type text,
  size text,
  province_code text,
  trial boolean not null default false,
  constraint surveys_places_reference_once unique (wave_id, reference),
  constraint surveys_places_named_or_ended check ((name is null) = (reference is null))
);
create index surveys_places_organisation on house.surveys_places (organisation_id);

-- Where the letters of a place go. The house writes it and cannot read it back.
create table house.surveys_contacts (
  place_id uuid primary key references house.surveys_places on delete cascade,
  address_sealed bytea not null,
  address_index bytea not null,
  lang text not null check (lang in ('nl', 'en')),
  added_at timestamptz not null
);
create index surveys_contacts_address on house.surveys_contacts (address_index);

-- A list of organisations as it was sent, until it is taken or laid aside.
create table house.surveys_frame_uploads (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves on delete cascade,
  content_sealed bytea not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null
);
create index surveys_frame_uploads_wave on house.surveys_frame_uploads (wave_id);

create table house.surveys_comparabilities (
  wave_id uuid not null references house.surveys_waves on delete cascade,
  earlier_id uuid not null references house.surveys_waves,
  level text not null check (level in ('full', 'limited', 'none')),
  reason jsonb not null check (length(reason ->> 'nl') between 1 and 2000),
  declared_by uuid,
  declared_at timestamptz not null,
  primary key (wave_id, earlier_id)
);
create index surveys_comparabilities_earlier on house.surveys_comparabilities (earlier_id);

-- Why a question whose words changed still asks the same. Without one it is not compared.
create table house.surveys_bridges (
  wave_id uuid not null references house.surveys_waves on delete cascade,
  earlier_id uuid not null references house.surveys_waves,
  question text not null check (length(question) between 1 and 80),
  words jsonb not null check (length(words ->> 'nl') between 1 and 2000),
  made_by uuid,
  made_at timestamptz not null,
  primary key (wave_id, earlier_id, question)
);
create index surveys_bridges_earlier on house.surveys_bridges (earlier_id);

-- What was agreed before the first answer came in.
create table house.surveys_plans (
  wave_id uuid primary key references house.surveys_waves on delete cascade,
  main_questions text[] not null default '{}',
  cells_from integer not null check (cells_from >= 5),
  base_from integer not null check (base_from >= 10),
  margin numeric(4, 1) not null check (margin > 0 and margin <= 25),              -- percentage points
  weighting text[] not null default '{}' check (weighting <@ array['type', 'size', 'region']),
  weight_cap numeric(3, 1) check (weight_cap between 1.5 and 10),                  -- times the mean; null: nothing is trimmed
  tables_by text[] not null default '{}' check (tables_by <@ array['type', 'size', 'region']),
  sensitive text[] not null default '{}',                                          -- questions whose "nobody" tells something too
  written_by uuid,
  written_at timestamptz not null,
  fixed_at timestamptz
);

create table house.surveys_plan_changes (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves on delete cascade,
  before jsonb not null,
  after jsonb not null,
  reason text not null check (length(reason) between 1 and 2000),
  changed_by uuid,
  changed_at timestamptz not null
);
create index surveys_plan_changes_wave on house.surveys_plan_changes (wave_id, changed_at);

call house.guard(array['surveys_series', 'surveys_waves', 'surveys_places', 'surveys_contacts', 'surveys_frame_uploads',
  'surveys_comparabilities', 'surveys_bridges', 'surveys_plans', 'surveys_plan_changes']);

-- A panel ends once: its key goes, and with it the data key that opened it, so that an old copy of the row opens nothing either.
create function house.surveys_guard_series() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if old.panel_ended_at is not null and (new.panel_key_sealed is not null or new.panel_ended_at is distinct from old.panel_ended_at) then
    raise exception 'the panel has ended' using errcode = '23514', constraint = 'surveys_series_ends_once';
  end if;
  if old.panel_key_sealed is not null and new.panel_key_sealed is distinct from old.panel_key_sealed then
    if new.panel_key_sealed is not null then
      raise exception 'a series keeps its key' using errcode = '23514', constraint = 'surveys_series_keeps_its_key';
    end if;
    if exists (select from house.surveys_waves w where w.series_id = new.id and w.state in ('pilot', 'open')) then
      raise exception 'a wave is open' using errcode = '23514', constraint = 'surveys_series_nothing_open';
    end if;
    delete from house.platform_data_keys where holder = 'survey-series:' || new.id;
    delete from house.surveys_contacts where place_id in
      (select p.id from house.surveys_places p join house.surveys_waves w on w.id = p.wave_id where w.series_id = new.id);
    update house.surveys_places set name = null, reference = null, organisation_id = null
     where wave_id in (select w.id from house.surveys_waves w where w.series_id = new.id);
  end if;
  return new;
end $$;
create trigger guarded before update on house.surveys_series for each row execute function house.surveys_guard_series();

-- The states of a wave, and that an opened wave stays what it was, whoever bypasses the code.
create function house.surveys_guard_wave() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
      'design>pilot', 'pilot>design', 'design>open', 'pilot>open', 'open>closed', 'closed>cleaned', 'cleaned>closed', 'cleaned>published']) then
    raise exception 'no such move of a wave' using errcode = '23514', constraint = 'surveys_waves_move';
  end if;
  if old.state not in ('design', 'pilot') and (new.version_id is distinct from old.version_id
      or new.population is distinct from old.population or new.opens is distinct from old.opens or new.series_id <> old.series_id) then
    raise exception 'an opened wave stays what it was' using errcode = '23514', constraint = 'surveys_waves_fixed';
  end if;
  if old.state in ('closed', 'cleaned', 'published') and new.closes is distinct from old.closes then
    raise exception 'a closed wave stays closed' using errcode = '23514', constraint = 'surveys_waves_fixed';
  end if;
  return new;
end $$;
create trigger guarded before update on house.surveys_waves for each row execute function house.surveys_guard_wave();

-- A frame is a snapshot: it can be made before the wave opens, and only be stripped of names afterwards.
create function house.surveys_guard_place() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s text;
begin
  select w.state into s from house.surveys_waves w where w.id = coalesce(new.wave_id, old.wave_id);
  if s is null or s in ('design', 'pilot') then return coalesce(new, old); end if;
  if tg_op = 'DELETE' and old.trial then return old; end if;
  if tg_op = 'UPDATE' and new.name is null and new.wave_id = old.wave_id and new.trial = old.trial and
      (new.type, new.size, new.province_code) is not distinct from (old.type, old.size, old.province_code) then
    return new;
  end if;
  raise exception 'the frame of an opened wave is fixed' using errcode = '23514', constraint = 'surveys_places_fixed';
end $$;
create trigger guarded before insert or update or delete on house.surveys_places for each row execute function house.surveys_guard_place();

-- A fixed plan changes with its reason beside it, in one go; there is no other way.
create function house.surveys_change_fixed_plan(wave uuid, terms jsonb, why text, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare was house.surveys_plans; becomes house.surveys_plans; aside text[] := array['wave_id', 'written_by', 'written_at', 'fixed_at'];
begin
  if not (house.actor_may('researcher') or house.actor_works()) then return false; end if;
  select q.* into was from house.surveys_plans q where q.wave_id = wave and q.fixed_at is not null for update;
  if was.wave_id is null then return false; end if;
  becomes := jsonb_populate_record(was, terms - aside);
  update house.surveys_plans q set main_questions = becomes.main_questions, cells_from = becomes.cells_from, base_from = becomes.base_from,
      margin = becomes.margin, weighting = becomes.weighting, weight_cap = becomes.weight_cap, tables_by = becomes.tables_by, sensitive = becomes.sensitive
   where q.wave_id = wave returning q.* into becomes;
  insert into house.surveys_plan_changes (id, wave_id, before, after, reason, changed_by, changed_at)
  values (gen_random_uuid(), wave, to_jsonb(was) - aside, to_jsonb(becomes) - aside, why, house.actor_session(), moment);
  return true;
end $$;
grant execute on function house.surveys_change_fixed_plan(uuid, jsonb, text, timestamptz) to plein_house, plein_worker;

create policy researchers_read on house.surveys_series for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_make on house.surveys_series for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy researchers_change on house.surveys_series for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')));
create policy worker on house.surveys_series to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_series to plein_house;
grant update (title, about, population, types, sizes, panel_key_sealed, panel_ended_at, panel_ended_by) on house.surveys_series to plein_house;
grant select, insert, update, delete on house.surveys_series to plein_worker;

create policy researchers_read on house.surveys_waves for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_make on house.surveys_waves for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()) and state = 'design');
create policy researchers_change on house.surveys_waves for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')));
create policy worker on house.surveys_waves to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_waves to plein_house;
grant update (label, version_id, state, state_since, opens, closes, population) on house.surveys_waves to plein_house;
grant select, insert, update, delete on house.surveys_waves to plein_worker;

create policy researchers_read on house.surveys_places for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_add on house.surveys_places for insert to plein_house with check ((select house.actor_may('researcher')));
create policy researchers_remove on house.surveys_places for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_places to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_places to plein_house;
grant select, insert, update, delete on house.surveys_places to plein_worker;

-- Researchers see which places have an address and in which language; the address itself is not granted to the house.
create policy researchers_count on house.surveys_contacts for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_add on house.surveys_contacts for insert to plein_house with check ((select house.actor_may('researcher')));
create policy researchers_remove on house.surveys_contacts for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_contacts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (place_id, lang), insert, delete on house.surveys_contacts to plein_house;
grant select, insert, update, delete on house.surveys_contacts to plein_worker;

create policy own on house.surveys_frame_uploads for select to plein_house
  using ((select house.actor_may('researcher')) and uploaded_by = (select house.actor_session()));
create policy own_sends on house.surveys_frame_uploads for insert to plein_house
  with check ((select house.actor_may('researcher')) and uploaded_by = (select house.actor_session()));
create policy own_lays_aside on house.surveys_frame_uploads for delete to plein_house
  using ((select house.actor_may('researcher')) and uploaded_by = (select house.actor_session()));
create policy worker on house.surveys_frame_uploads to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_frame_uploads to plein_house;
grant select, insert, update, delete on house.surveys_frame_uploads to plein_worker;

create policy researchers_read on house.surveys_comparabilities for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_declare on house.surveys_comparabilities for insert to plein_house
  with check ((select house.actor_may('researcher')) and declared_by = (select house.actor_session()));
create policy researchers_declare_again on house.surveys_comparabilities for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')) and declared_by = (select house.actor_session()));
create policy worker on house.surveys_comparabilities to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_comparabilities to plein_house;
grant update (level, reason, declared_by, declared_at) on house.surveys_comparabilities to plein_house;
grant select, insert, update, delete on house.surveys_comparabilities to plein_worker;

create policy researchers_read on house.surveys_bridges for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_build on house.surveys_bridges for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy researchers_rebuild on house.surveys_bridges for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy researchers_take_down on house.surveys_bridges for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_bridges to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_bridges to plein_house;
grant update (words, made_by, made_at) on house.surveys_bridges to plein_house;
grant select, insert, update, delete on house.surveys_bridges to plein_worker;

create policy researchers_read on house.surveys_plans for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_write on house.surveys_plans for insert to plein_house
  with check ((select house.actor_may('researcher')) and written_by = (select house.actor_session()) and fixed_at is null);
create policy researchers_rewrite on house.surveys_plans for update to plein_house
  using ((select house.actor_may('researcher')) and fixed_at is null) with check ((select house.actor_may('researcher')));
create policy worker on house.surveys_plans to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_plans to plein_house;
grant update (main_questions, cells_from, base_from, margin, weighting, weight_cap, tables_by, sensitive, written_by, written_at, fixed_at) on house.surveys_plans to plein_house;
grant select, insert, update, delete on house.surveys_plans to plein_worker;

create policy researchers_read on house.surveys_plan_changes for select to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_plan_changes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.surveys_plan_changes to plein_house;
grant select on house.surveys_plan_changes to plein_worker;
grant update (changed_by) on house.surveys_plan_changes to plein_worker;
