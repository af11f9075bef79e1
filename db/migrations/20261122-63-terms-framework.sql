-- The words of the field as the partners keep them: what ships stays the base, what the network says stands on top of it.
-- Everything here is said in the name of a partner organisation and is public the moment it is said; who typed it is not.

create table house.terms_entries (
  slug text primary key,
  label jsonb,                                    -- { "nl", "en" } of a term of the network's own; null: a term that ships
  changed jsonb not null default '{}',            -- what the network says instead: altLabels, hiddenLabels, broader, related, note
  working uuid,                                   -- the definition that was chosen; null: the one that ships, or the first
  retired_at timestamptz,
  retired_why text,
  successor text,                                 -- the path word of the term to use instead
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint terms_entries_path_word check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint terms_entries_retired_with_reason check ((retired_at is null) = (retired_why is null)),
  constraint terms_entries_not_its_own_successor check (successor is distinct from slug)
);

create table house.terms_definitions (
  id uuid primary key,
  slug text not null references house.terms_entries,
  organisation_id uuid not null references house.accounts_organisations,
  text_nl text not null check (length(text_nl) between 1 and 1000),
  text_en text check (length(text_en) between 1 and 1000),
  source_title text not null check (length(source_title) between 1 and 200),
  source_link text check (source_link ~ '^https?://' and length(source_link) <= 500),
  added_by uuid,
  added_at timestamptz not null,
  retired_at timestamptz
);
create index terms_definitions_slug on house.terms_definitions (slug);
create index terms_definitions_organisation on house.terms_definitions (organisation_id);
alter table house.terms_entries add constraint terms_entries_working_is_there foreign key (working) references house.terms_definitions;

create table house.terms_proposals (
  id uuid primary key,
  slug text not null references house.terms_entries,
  kind text not null check (kind in ('working', 'retire')),
  definition_id uuid references house.terms_definitions,   -- of 'working'; null: the one that ships
  successor text,                                           -- of 'retire'
  reason text not null check (length(reason) between 1 and 500),
  organisation_id uuid not null references house.accounts_organisations,
  proposed_by uuid,
  proposed_at timestamptz not null,
  outcome text check (outcome in ('adopted', 'withdrawn')),
  decided_at timestamptz,
  constraint terms_proposals_decided check ((outcome is null) = (decided_at is null)),
  constraint terms_proposals_one_kind check (kind = 'working' or definition_id is null),
  constraint terms_proposals_successor_of_retired check (kind = 'retire' or successor is null)
);
-- Two ways at once would leave open which of them people agreed to.
create unique index terms_proposals_one_open on house.terms_proposals (slug, kind) where decided_at is null;
create index terms_proposals_slug on house.terms_proposals (slug);
create index terms_proposals_organisation on house.terms_proposals (organisation_id);
create index terms_proposals_definition on house.terms_proposals (definition_id);

create table house.terms_voices (
  proposal_id uuid not null references house.terms_proposals,
  organisation_id uuid not null references house.accounts_organisations,
  answer text not null check (answer in ('agree', 'object')),
  reason text check (length(reason) between 1 and 500),
  given_by uuid,
  given_at timestamptz not null,
  primary key (proposal_id, organisation_id),    -- one voice per organisation; it may change until the decision
  constraint terms_voices_objection_has_a_reason check (answer = 'agree' or reason is not null)
);
create index terms_voices_organisation on house.terms_voices (organisation_id);

create table house.terms_changes (
  id bigint generated always as identity primary key,
  slug text not null references house.terms_entries,
  what text not null check (what in ('term-added', 'definition-added', 'definition-retired', 'words-changed', 'working-changed', 'term-retired')),
  organisation_id uuid references house.accounts_organisations,
  changed_by uuid,
  at timestamptz not null,
  reason text check (length(reason) between 1 and 500),
  earlier jsonb                                   -- what stood there before
);
create index terms_changes_slug on house.terms_changes (slug, id);
create index terms_changes_organisation on house.terms_changes (organisation_id);

call house.guard(array['terms_entries', 'terms_definitions', 'terms_proposals', 'terms_voices', 'terms_changes']);

-- Whether the actor speaks for this organisation, and it is one of the partners.
create function house.terms_speaks(organisation uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select house.actor_edits(organisation)
     and exists (select from house.accounts_organisations o where o.id = organisation and o.partner and o.left_at is null)
$$;
grant execute on function house.terms_speaks(uuid) to plein_house, plein_worker;

create policy editors_read on house.terms_entries for select to plein_house using ((select house.actor_edits(null)));
create policy editors_add on house.terms_entries for insert to plein_house with check ((select house.actor_edits(null)));
create policy editors_change on house.terms_entries for update to plein_house using ((select house.actor_edits(null))) with check ((select house.actor_edits(null)));
create policy worker on house.terms_entries to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update (changed, working, retired_at, retired_why, successor, changed_at) on house.terms_entries to plein_house;
grant select, insert, update on house.terms_entries to plein_worker;

create policy editors_read on house.terms_definitions for select to plein_house using ((select house.actor_edits(null)));
create policy owners_add on house.terms_definitions for insert to plein_house
  with check (house.terms_speaks(organisation_id) and added_by = (select house.actor_session()));
create policy owners_retire on house.terms_definitions for update to plein_house
  using (house.terms_speaks(organisation_id)) with check (house.terms_speaks(organisation_id));
create policy worker on house.terms_definitions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update (retired_at) on house.terms_definitions to plein_house;
grant select, insert, update on house.terms_definitions to plein_worker;

create policy editors_read on house.terms_proposals for select to plein_house using ((select house.actor_edits(null)));
create policy partners_propose on house.terms_proposals for insert to plein_house
  with check (house.terms_speaks(organisation_id) and proposed_by = (select house.actor_session()));
-- The last voice decides, whosever proposal it was.
create policy partners_decide on house.terms_proposals for update to plein_house
  using ((select house.actor_edits(null))) with check ((select house.actor_edits(null)));
create policy worker on house.terms_proposals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update (outcome, decided_at) on house.terms_proposals to plein_house;
grant select, insert, update on house.terms_proposals to plein_worker;

create policy editors_read on house.terms_voices for select to plein_house using ((select house.actor_edits(null)));
create policy partners_speak on house.terms_voices for insert to plein_house
  with check (house.terms_speaks(organisation_id) and given_by = (select house.actor_session()));
create policy partners_change_their_mind on house.terms_voices for update to plein_house
  using (house.terms_speaks(organisation_id)) with check (house.terms_speaks(organisation_id) and given_by = (select house.actor_session()));
create policy worker on house.terms_voices to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update (answer, reason, given_by, given_at) on house.terms_voices to plein_house;
grant select, insert, update on house.terms_voices to plein_worker;

create policy editors_read on house.terms_changes for select to plein_house using ((select house.actor_edits(null)));
create policy editors_note on house.terms_changes for insert to plein_house
  with check (house.terms_speaks(organisation_id) and changed_by = (select house.actor_session()));
create policy worker on house.terms_changes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.terms_changes to plein_house;
grant select, insert, update on house.terms_changes to plein_worker;

-- On the square: every definition beside the others, what was proposed and what each partner said to it.
alter table square.terms
  add column retired jsonb,                        -- { "since", "why", "successor" }; null: in use
  add column decisions jsonb not null default '[]',
  add column changed_at timestamptz;               -- by the network; null: as it ships

create table square.term_definitions (
  term_id text not null references square.terms on delete cascade deferrable initially deferred,
  key text not null,
  position integer not null,
  owner jsonb not null,                            -- { "id", "name" }; id null: the plein itself
  text jsonb not null,                             -- { "nl", "en" }; en null: not written yet
  source jsonb,                                    -- { "title", "link" }
  state text not null check (state in ('proposed', 'agreed', 'contested', 'retired')),
  working boolean not null,
  since timestamptz,
  primary key (term_id, key)
);
create unique index square_term_definitions_one_working on square.term_definitions (term_id) where working;

-- Which list of terms this is: a process that holds another one reads it again.
create table square.term_list (
  singleton boolean primary key default true check (singleton),
  version uuid not null,
  changed_at timestamptz not null
);
grant select on square.term_definitions, square.term_list to plein_square;
grant select, insert, update, delete on square.term_definitions, square.term_list to plein_house, plein_worker;
