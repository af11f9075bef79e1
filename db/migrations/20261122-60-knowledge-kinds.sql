-- Kinds of item: what is short and of one kind only (details), where it is about (regions), how items belong together,
-- who stands behind a research question or wants to take part in a project, and who accepts a training.

alter table house.knowledge_items
  add column details_sealed bytea,                -- one JSON object; its fields by kind stand in kinds.rules.ts
  add column regions text[] not null default '{}';  -- codes of municipalities and provinces; none: everywhere
grant update (details_sealed, regions) on house.knowledge_items to plein_house;

alter table square.items
  add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  add column regions text[] not null default '{}';

-- `item_id` belongs to, follows, replaces, answers, reports on or came out of `to_item_id`.
create table house.knowledge_item_links (
  item_id uuid not null references house.knowledge_items on delete cascade,
  to_item_id uuid not null references house.knowledge_items on delete cascade,
  kind text not null check (kind in ('series', 'dossier', 'follows', 'replaces', 'answers', 'report-of', 'result-of')),
  position integer,
  made_at timestamptz not null,
  primary key (item_id, to_item_id, kind),
  constraint knowledge_item_links_not_itself check (item_id <> to_item_id),
  constraint knowledge_item_links_ordered check ((kind = 'series') = (position is not null) and (position is null or position between 1 and 999))
);
-- An article belongs to one series, and to as many dossiers as fit.
create unique index knowledge_item_links_one_series on house.knowledge_item_links (item_id) where kind = 'series';
create unique index knowledge_item_links_one_place on house.knowledge_item_links (to_item_id, position) where kind = 'series';
create index knowledge_item_links_to on house.knowledge_item_links (to_item_id);

-- 'supports': an expert finds a research question important. 'joins': an expert wants to take part in a project, and lets
-- those who keep it know how to reach them.
create table house.knowledge_item_supports (
  item_id uuid not null references house.knowledge_items on delete cascade,
  person_id uuid not null,
  kind text not null check (kind in ('supports', 'joins')),
  at timestamptz not null,
  contact_sealed bytea,                           -- name and address of who joins, under the item's key
  primary key (item_id, person_id, kind),
  constraint knowledge_item_supports_reachable check ((kind = 'joins') = (contact_sealed is not null))
);
create index knowledge_item_supports_person on house.knowledge_item_supports (person_id);

create table house.knowledge_training_acceptances (
  item_id uuid not null references house.knowledge_items on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  made_at timestamptz not null,
  primary key (item_id, organisation_id)
);
create index knowledge_training_acceptances_organisation on house.knowledge_training_acceptances (organisation_id);

call house.guard(array['knowledge_item_links', 'knowledge_item_supports', 'knowledge_training_acceptances']);

-- links: every editor may know what belongs together; that says nothing about a person
create policy editors_read on house.knowledge_item_links for select to plein_house using ((select house.actor_edits(null)));
create policy keepers_link on house.knowledge_item_links for insert to plein_house
  with check (house.knowledge_keeps(item_id) or (kind in ('series', 'dossier') and house.knowledge_keeps(to_item_id)));
create policy keepers_unlink on house.knowledge_item_links for delete to plein_house
  using (house.knowledge_keeps(item_id) or (kind in ('series', 'dossier') and house.knowledge_keeps(to_item_id)));
create policy worker on house.knowledge_item_links to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_item_links to plein_house;
grant select, insert, update, delete on house.knowledge_item_links to plein_worker;

-- supports: one's own; those who keep a project see who wants to take part, nobody sees who supports a question
create policy own_reads on house.knowledge_item_supports for select to plein_house
  using (person_id = (select house.actor_session()) or (kind = 'joins' and house.knowledge_keeps(item_id)));
create policy own_gives on house.knowledge_item_supports for insert to plein_house
  with check (person_id = (select house.actor_session()) and (select house.actor_may('expert')));
create policy own_takes_back on house.knowledge_item_supports for delete to plein_house using (person_id = (select house.actor_session()));
create policy worker on house.knowledge_item_supports to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_item_supports to plein_house;
grant select, insert, update, delete on house.knowledge_item_supports to plein_worker;
-- How many, never who.
create function house.knowledge_supporters(item uuid) returns integer
  language sql stable security definer set search_path = house, pg_temp as $$
  select count(*)::int from house.knowledge_item_supports s where s.item_id = item and s.kind = 'supports'
$$;
grant execute on function house.knowledge_supporters(uuid) to plein_house, plein_worker;

create policy editors_read on house.knowledge_training_acceptances for select to plein_house using ((select house.actor_edits(null)));
create policy own_accept on house.knowledge_training_acceptances for insert to plein_house
  with check (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy own_stop on house.knowledge_training_acceptances for delete to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_training_acceptances to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_training_acceptances to plein_house;
grant select, insert, update, delete on house.knowledge_training_acceptances to plein_worker;

-- The same on the square, as far as both sides stand there.
create table square.item_links (
  item_id uuid not null references square.items on delete cascade,
  to_item_id uuid not null references square.items on delete cascade,
  kind text not null,
  position integer,
  primary key (item_id, to_item_id, kind)
);
create index square_item_links_to on square.item_links (to_item_id);
create table square.item_supports (
  item_id uuid primary key references square.items on delete cascade,
  people_from integer not null check (people_from >= 10),   -- a band; under ten people there is no row
  people_below integer
);
create table square.item_acceptances (
  item_id uuid not null references square.items on delete cascade,
  organisation_slug text not null,
  organisation_name text not null,
  primary key (item_id, organisation_slug)
);
grant select on square.item_links, square.item_supports, square.item_acceptances to plein_square;
grant select, insert, update, delete on square.item_links, square.item_supports, square.item_acceptances to plein_house, plein_worker;
