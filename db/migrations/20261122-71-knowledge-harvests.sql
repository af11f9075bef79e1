-- What partners bring in from elsewhere: sources, the runs that read them, what each record is, and what became of it. What a
-- source says is sealed: with a key of the run while it is looked at, with the key of the item once it became one.

create table house.knowledge_harvest_sources (
  id uuid primary key,
  organisation_id uuid not null references house.accounts_organisations,   -- keeps what comes of it
  name text not null check (length(name) between 1 and 120),
  address text check (length(address) <= 1000),    -- null: files are sent
  format text,                                     -- as it was recognised last
  lang text not null check (lang in ('nl', 'en')),
  type text not null,                              -- of a record that does not say what it is
  themes text[] not null default '{}',
  licence text not null,
  weekly boolean not null default false,
  etag text,
  last_modified text,
  read_until text,                                 -- OAI-PMH: from where the next run asks
  made_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint knowledge_harvest_sources_weekly_asks check (not weekly or address is not null)
);
create index knowledge_harvest_sources_organisation on house.knowledge_harvest_sources (organisation_id);

create table house.knowledge_harvest_runs (
  id uuid primary key,
  source_id uuid not null references house.knowledge_harvest_sources on delete cascade,
  state text not null check (state in ('waiting', 'reading', 'previewed', 'committing', 'committed', 'failed', 'set-aside')),
  state_since timestamptz not null,
  scheduled boolean not null default false,
  started_by uuid,                                 -- null: by the clock, or from the command line
  started_at timestamptz not null,
  file_name text check (length(file_name) <= 200),
  content_type text check (length(content_type) <= 200),
  total integer not null default 0,                -- records of what it does now
  done integer not null default 0,
  problem_sealed bytea,                            -- why it failed, and where
  remarks_sealed bytea,                            -- about the whole
  counts jsonb not null default '{}',
  next_etag text,                                  -- become those of the source when the run is taken
  next_last_modified text,
  next_until text,
  accepted_by uuid,
  publish_asked_by uuid,
  publish_asked_at timestamptz,
  publish_done_at timestamptz
);
create index knowledge_harvest_runs_source on house.knowledge_harvest_runs (source_id, started_at);
create unique index knowledge_harvest_runs_one_open on house.knowledge_harvest_runs (source_id)
  where state in ('waiting', 'reading', 'previewed', 'committing');

-- The file as it was sent, in pieces.
create table house.knowledge_harvest_pieces (
  run_id uuid not null references house.knowledge_harvest_runs on delete cascade,
  position integer not null,
  sealed bytea not null,
  primary key (run_id, position)
);

create table house.knowledge_harvest_records (
  run_id uuid not null references house.knowledge_harvest_runs on delete cascade,
  position integer not null,
  record_index bytea,                              -- keyed hash of the name that its source gives it; null: refused
  outcome text not null check (outcome in ('new', 'changed', 'same', 'kept', 'gone', 'elsewhere', 'left', 'refused')),
  words_sealed bytea not null,                     -- what it says, and what was noticed
  item_id uuid references house.knowledge_items on delete set null,
  changed_fields text[] not null default '{}',
  locked_fields text[] not null default '{}',
  remarks integer not null default 0,
  alike jsonb not null default '[]',               -- items that may be the same, with the reasons
  choice text not null check (choice in ('take', 'leave', 'same', 'ask')),
  same_as uuid references house.knowledge_items on delete set null,
  done_at timestamptz,
  published_at timestamptz,
  primary key (run_id, position),
  constraint knowledge_harvest_records_same_as_one check (choice <> 'same' or same_as is not null)
);
create index knowledge_harvest_records_item on house.knowledge_harvest_records (item_id);
create index knowledge_harvest_records_same on house.knowledge_harvest_records (same_as);

-- What a record of a source became. Without an item: an editor left it out.
create table house.knowledge_harvest_ties (
  source_id uuid not null references house.knowledge_harvest_sources on delete cascade,
  record_index bytea not null,
  item_id uuid references house.knowledge_items on delete cascade,
  said_sealed bytea,                               -- what the source said last, with the key of the item
  tied_at timestamptz not null,
  primary key (source_id, record_index)
);
create index knowledge_harvest_ties_item on house.knowledge_harvest_ties (item_id);

-- Fields that follow their source no more, because somebody wrote other words.
create table house.knowledge_locked_fields (
  item_id uuid not null references house.knowledge_items on delete cascade,
  field text not null,
  locked_by uuid,
  locked_at timestamptz not null,
  primary key (item_id, field)
);

call house.guard(array['knowledge_harvest_sources', 'knowledge_harvest_runs', 'knowledge_harvest_pieces', 'knowledge_harvest_records',
  'knowledge_harvest_ties', 'knowledge_locked_fields']);

-- The words of a run go with its key.
create function house.knowledge_forget_harvest_key() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  delete from house.platform_data_keys where holder = 'harvest:' || old.id;
  return null;
end $$;
create trigger forget_key after delete on house.knowledge_harvest_runs
  for each row execute function house.knowledge_forget_harvest_key();

-- The states of a run, whoever bypasses the code.
create function house.knowledge_guard_run() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
      'waiting>reading', 'reading>previewed', 'reading>set-aside', 'waiting>failed', 'reading>failed', 'waiting>set-aside',
      'previewed>committing', 'previewed>set-aside', 'committing>committed']) then
    raise exception 'no such move of a run' using errcode = '23514', constraint = 'knowledge_harvest_runs_move';
  end if;
  return new;
end $$;
create trigger guarded before update of state on house.knowledge_harvest_runs
  for each row execute function house.knowledge_guard_run();

create policy own_reads on house.knowledge_harvest_sources for select to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy own_adds on house.knowledge_harvest_sources for insert to plein_house
  with check (organisation_id = any ((select house.knowledge_edited())::uuid[]) and made_by = (select house.actor_session()));
create policy own_changes on house.knowledge_harvest_sources for update to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[])) with check (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_harvest_sources to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_harvest_sources to plein_house;
grant update (name, address, lang, type, themes, licence, weekly, etag, last_modified, read_until, changed_at, ended_at) on house.knowledge_harvest_sources to plein_house;
grant select, insert, update, delete on house.knowledge_harvest_sources to plein_worker;

-- What hangs on a source is seen by whoever sees the source.
create policy own_reads on house.knowledge_harvest_runs for select to plein_house
  using (source_id in (select s.id from house.knowledge_harvest_sources s));
create policy own_starts on house.knowledge_harvest_runs for insert to plein_house
  with check (source_id in (select s.id from house.knowledge_harvest_sources s) and started_by = (select house.actor_session())
    and state = 'waiting' and not scheduled);
create policy own_decides on house.knowledge_harvest_runs for update to plein_house
  using (source_id in (select s.id from house.knowledge_harvest_sources s)) with check (source_id in (select s.id from house.knowledge_harvest_sources s));
create policy worker on house.knowledge_harvest_runs to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_harvest_runs to plein_house;
grant update (state, state_since, total, done, accepted_by, publish_asked_by, publish_asked_at, publish_done_at) on house.knowledge_harvest_runs to plein_house;
grant select, insert, update, delete on house.knowledge_harvest_runs to plein_worker;

create policy own_sends on house.knowledge_harvest_pieces for insert to plein_house
  with check (run_id in (select r.id from house.knowledge_harvest_runs r where r.state = 'waiting'));
create policy worker on house.knowledge_harvest_pieces to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant insert on house.knowledge_harvest_pieces to plein_house;
grant select, insert, update, delete on house.knowledge_harvest_pieces to plein_worker;

create policy own_reads on house.knowledge_harvest_records for select to plein_house
  using (run_id in (select r.id from house.knowledge_harvest_runs r));
create policy own_chooses on house.knowledge_harvest_records for update to plein_house
  using (run_id in (select r.id from house.knowledge_harvest_runs r where r.state = 'previewed'))
  with check (run_id in (select r.id from house.knowledge_harvest_runs r where r.state = 'previewed'));
create policy worker on house.knowledge_harvest_records to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_harvest_records to plein_house;
grant update (choice, same_as) on house.knowledge_harvest_records to plein_house;
grant select, insert, update, delete on house.knowledge_harvest_records to plein_worker;

-- Whoever keeps an item sees what it was taken from, also when another of its stewards keeps the source.
create policy keepers_read on house.knowledge_harvest_ties for select to plein_house
  using (source_id in (select s.id from house.knowledge_harvest_sources s) or house.knowledge_keeps(item_id));
create policy worker on house.knowledge_harvest_ties to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_harvest_ties to plein_house;
grant select, insert, update, delete on house.knowledge_harvest_ties to plein_worker;

create policy keepers_read on house.knowledge_locked_fields for select to plein_house using (house.knowledge_keeps(item_id));
create policy keepers_lock on house.knowledge_locked_fields for insert to plein_house
  with check (house.knowledge_keeps(item_id) and locked_by = (select house.actor_session()));
create policy keepers_release on house.knowledge_locked_fields for delete to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_locked_fields to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_locked_fields to plein_house;
grant select, insert, update, delete on house.knowledge_locked_fields to plein_worker;
