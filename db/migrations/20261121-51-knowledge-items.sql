-- Drafts of knowledge items in the house: what editors write, what came from a request or a document, and what was
-- decided about everything in it that could point at somebody. Words are sealed with the item's own data key.

create table house.knowledge_items (
  id uuid primary key,
  slug text,                                      -- given at the first publication, and kept
  state text not null check (state in ('concept', 'in-redaction', 'waiting-for-consent', 'ready', 'published', 'withdrawn')),
  state_since timestamptz not null,
  lang text not null check (lang in ('nl', 'en')),
  type text,
  title_sealed bytea not null,
  summary_sealed bytea not null,
  source_sealed bytea,
  themes text[] not null default '{}',
  roles text[] not null default '{}',
  audiences text[] not null default '{}',
  provenance text not null check (provenance in ('own', 'request', 'import')),
  licence text not null,
  written_on date,
  version integer not null default 1,
  shelf_version integer,                          -- the version that stands on the square; null: none does
  open_marks integer not null default 0,          -- found at the last scan and not decided on
  started_by uuid,                                -- null: from the command line
  made_at timestamptz not null,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  published_at timestamptz,
  withdrawn_reason_sealed bytea,
  request_index bytea,                            -- keyed hash: one draft per request
  request_sealed bytea,
  context_sealed bytea,                           -- names to mark in the text; never shown
  file_index bytea,                               -- keyed hash: one draft per file and organisation
  held_sealed bytea,                              -- what an import held back, for the editor
  constraint knowledge_items_slug_once unique (slug),
  constraint knowledge_items_request_once unique (request_index),
  constraint knowledge_items_file_once unique (file_index),
  constraint knowledge_items_all_marks_decided check (open_marks = 0 or state in ('concept', 'in-redaction', 'withdrawn')),
  constraint knowledge_items_published_stands check (state <> 'published' or (shelf_version is not null and slug is not null and type is not null)),
  constraint knowledge_items_withdrawn_is_gone check (state <> 'withdrawn' or shelf_version is null)
);
create index knowledge_items_checked on house.knowledge_items (checked_at, id);

create table house.knowledge_item_stewards (
  item_id uuid not null references house.knowledge_items on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  added_by uuid,
  added_at timestamptz not null,
  accepted_at timestamptz,                        -- null: asked to take part, has not answered
  primary key (item_id, organisation_id)
);
create index knowledge_item_stewards_organisation on house.knowledge_item_stewards (organisation_id, item_id);

-- Parts in order. Whose words a part is never changes: only its text does.
create table house.knowledge_item_parts (
  item_id uuid not null references house.knowledge_items on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,30}$' and key not in ('title', 'summary')),
  position integer not null,
  whose text not null check (whose in ('requester', 'author', 'editor')),
  author_id uuid,                                 -- null with 'author': of all authors together
  text_sealed bytea not null,
  primary key (item_id, key)
);

-- Decisions about marks. What was replaced is not written down again; what was kept has its place and its reason.
create table house.knowledge_item_marks (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  part_key text not null,
  kind text not null,
  choice text not null check (choice in ('replace', 'keep', 'edit')),
  starts integer,
  ends integer,
  reason_sealed bytea,
  decided_by uuid,
  decided_at timestamptz not null,
  constraint knowledge_item_marks_kept_with_reason check (choice <> 'keep' or (starts is not null and ends > starts and reason_sealed is not null))
);
create index knowledge_item_marks_item on house.knowledge_item_marks (item_id, part_key);

create table house.knowledge_item_revisions (
  item_id uuid not null references house.knowledge_items on delete cascade,
  version integer not null,
  saved_by uuid,
  saved_at timestamptz not null,
  reason_sealed bytea,
  text_sealed bytea,                              -- forgotten 90 days after it was replaced
  primary key (item_id, version)
);
create index knowledge_item_revisions_saved on house.knowledge_item_revisions (saved_at) where text_sealed is not null;

create table house.knowledge_item_moves (
  id bigint generated always as identity primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  from_state text,
  to_state text not null,
  by_kind text not null,
  by_person uuid,
  at timestamptz not null
);
create index knowledge_item_moves_item on house.knowledge_item_moves (item_id, id);

-- Those without whose yes nothing is published. `text_version` is the keyed hash of the words that are theirs, as they are
-- now; null after a change until it is computed anew: a yes to an older text never counts.
create table house.knowledge_item_givers (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  kind text not null check (kind in ('requester', 'author')),
  person_id uuid,                                 -- null: the requester, or somebody who was erased
  text_version bytea,
  constraint knowledge_item_givers_once unique (item_id, kind, person_id)
);
create unique index knowledge_item_givers_one_requester on house.knowledge_item_givers (item_id) where kind = 'requester';
create index knowledge_item_givers_person on house.knowledge_item_givers (person_id);

create table house.knowledge_item_yeses (
  id uuid primary key,
  giver_id uuid not null references house.knowledge_item_givers on delete cascade,
  item_id uuid not null references house.knowledge_items on delete cascade,
  text_version bytea not null,
  asked_by uuid,
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  consent_id uuid,                                -- the row in the ledger of accounts
  shown_as_sealed bytea,                          -- the name they chose; null: none
  constraint knowledge_item_yeses_dated check ((answer is null) = (answered_at is null)),
  constraint knowledge_item_yeses_asked_once unique (giver_id, text_version)
);
create index knowledge_item_yeses_item on house.knowledge_item_yeses (item_id);

-- Where the requester is asked. Editors can add it and never read it: only the job that writes the letter does.
create table house.knowledge_item_contacts (
  item_id uuid primary key references house.knowledge_items on delete cascade,
  email_sealed bytea not null,
  lang text not null check (lang in ('nl', 'en'))
);

call house.guard(array['knowledge_items', 'knowledge_item_stewards', 'knowledge_item_parts', 'knowledge_item_marks', 'knowledge_item_revisions',
  'knowledge_item_moves', 'knowledge_item_givers', 'knowledge_item_yeses', 'knowledge_item_contacts']);

-- The organisations that the person who is signed in edits.
create function house.knowledge_edited() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(array_agg(m.organisation_id), '{}') from house.accounts_memberships m
   where m.person_id = house.actor_session() and m.role = 'editor' and m.until is null
$$;
-- Whether one of them is a steward of the item.
create function house.knowledge_keeps(item uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_item_stewards s where s.item_id = item and s.accepted_at is not null and s.organisation_id = any (house.knowledge_edited()))
$$;
-- Whether the actor started the item and nobody has saved it since.
create function house.knowledge_starts(item uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_items i where i.id = item and i.version = 1 and i.state = 'concept' and i.started_by = house.actor_session())
$$;
grant execute on function house.knowledge_edited(), house.knowledge_keeps(uuid), house.knowledge_starts(uuid) to plein_house, plein_worker;

-- stewards: every editor may know who keeps what; that says nothing about a person
create policy editors_read on house.knowledge_item_stewards for select to plein_house
  using ((select house.actor_edits(null)) or (select house.actor_may('coordinator')));
create policy editors_add on house.knowledge_item_stewards for insert to plein_house
  with check (added_by = (select house.actor_session()) and
    ((house.knowledge_keeps(item_id) and (accepted_at is null or organisation_id = any ((select house.knowledge_edited())::uuid[])))
     or (house.knowledge_starts(item_id) and (organisation_id = any ((select house.knowledge_edited())::uuid[]) or (select house.actor_may('coordinator'))))));
create policy asked_accepts on house.knowledge_item_stewards for update to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[])) with check (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy steps_back on house.knowledge_item_stewards for delete to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]) or (accepted_at is null and house.knowledge_keeps(item_id)));
create policy worker on house.knowledge_item_stewards to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_item_stewards to plein_house;
grant update (accepted_at) on house.knowledge_item_stewards to plein_house;
grant select, insert, update, delete on house.knowledge_item_stewards to plein_worker;

-- items: editors of a steward, of one that was asked to take part, and whoever started it from a request
create policy stewards_read on house.knowledge_items for select to plein_house
  using (exists (select from house.knowledge_item_stewards s where s.item_id = id and s.organisation_id = any ((select house.knowledge_edited())::uuid[]))
    or (started_by = (select house.actor_session()) and (select house.actor_may('coordinator'))));
create policy editors_start on house.knowledge_items for insert to plein_house
  with check (started_by = (select house.actor_session()) and state = 'concept' and version = 1 and shelf_version is null
    and ((select house.actor_edits(null)) or (select house.actor_may('coordinator'))));
create policy stewards_change on house.knowledge_items for update to plein_house
  using (exists (select from house.knowledge_item_stewards s where s.item_id = id and s.accepted_at is not null and s.organisation_id = any ((select house.knowledge_edited())::uuid[])));
create policy worker on house.knowledge_items to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_items to plein_house;
grant update (slug, state, state_since, lang, type, title_sealed, summary_sealed, source_sealed, themes, roles, audiences, licence, written_on, version,
  shelf_version, open_marks, changed_at, checked_at, published_at, withdrawn_reason_sealed, held_sealed) on house.knowledge_items to plein_house;
grant select, insert, update, delete on house.knowledge_items to plein_worker;

-- parts, marks, revisions: only those who keep the item, not those who were merely asked
create policy stewards_read on house.knowledge_item_parts for select to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_add on house.knowledge_item_parts for insert to plein_house
  with check (house.knowledge_starts(item_id) or (house.knowledge_keeps(item_id) and whose = 'editor'));
create policy stewards_change on house.knowledge_item_parts for update to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_remove on house.knowledge_item_parts for delete to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_item_parts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_item_parts to plein_house;
grant update (text_sealed, position) on house.knowledge_item_parts to plein_house;
grant select, insert, update, delete on house.knowledge_item_parts to plein_worker;

create policy stewards_read on house.knowledge_item_marks for select to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_decide on house.knowledge_item_marks for insert to plein_house
  with check (house.knowledge_keeps(item_id) and decided_at is not null);
create policy stewards_move on house.knowledge_item_marks for delete to plein_house using (house.knowledge_keeps(item_id) and choice = 'keep');
create policy worker on house.knowledge_item_marks to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_item_marks to plein_house;
grant select, insert, update, delete on house.knowledge_item_marks to plein_worker;

create policy stewards_read on house.knowledge_item_revisions for select to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_write on house.knowledge_item_revisions for insert to plein_house
  with check (saved_by = (select house.actor_session()) and (house.knowledge_keeps(item_id) or house.knowledge_starts(item_id)));
create policy worker on house.knowledge_item_revisions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_item_revisions to plein_house;
grant select, insert, update, delete on house.knowledge_item_revisions to plein_worker;

create policy stewards_read on house.knowledge_item_moves for select to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_item_moves to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_item_moves to plein_house;
grant select, update, delete on house.knowledge_item_moves to plein_worker;

create policy stewards_read on house.knowledge_item_givers for select to plein_house using (house.knowledge_keeps(item_id));
create policy starter_names on house.knowledge_item_givers for insert to plein_house with check (house.knowledge_starts(item_id));
create policy stewards_compute on house.knowledge_item_givers for update to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_item_givers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_item_givers to plein_house;
grant update (text_version) on house.knowledge_item_givers to plein_house;
grant select, insert, update, delete on house.knowledge_item_givers to plein_worker;

-- Editors ask; only the giver answers, through the functions of the next migration.
create policy stewards_read on house.knowledge_item_yeses for select to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_ask on house.knowledge_item_yeses for insert to plein_house
  with check (asked_by = (select house.actor_session()) and house.knowledge_keeps(item_id) and answer is null and withdrawn_at is null);
create policy worker on house.knowledge_item_yeses to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_item_yeses to plein_house;
grant select, insert, update, delete on house.knowledge_item_yeses to plein_worker;

create policy starter_adds on house.knowledge_item_contacts for insert to plein_house with check (house.knowledge_starts(item_id));
create policy worker on house.knowledge_item_contacts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant insert on house.knowledge_item_contacts to plein_house;
grant select, insert, update, delete on house.knowledge_item_contacts to plein_worker;
