-- Pages to begin at, made of items: what lived-experience expertise is, and one page per audience. Editors choose what stands
-- there; who changed what and why is kept.

create table house.knowledge_start_pages (
  key text primary key check (key in ('basics', 'requesters', 'managers', 'professionals', 'experts', 'clients')),
  title_nl text not null check (length(title_nl) between 1 and 120),
  title_en text not null check (length(title_en) between 1 and 120),
  lead_nl text not null check (length(lead_nl) between 1 and 400),
  lead_en text not null check (length(lead_en) between 1 and 400),
  version integer not null check (version > 0),
  changed_at timestamptz not null
);
create table house.knowledge_start_sections (
  key text not null references house.knowledge_start_pages on delete cascade,
  position integer not null check (position between 1 and 12),
  heading_nl text not null check (length(heading_nl) between 1 and 120),
  heading_en text not null check (length(heading_en) between 1 and 120),
  sentence_nl text not null check (length(sentence_nl) between 1 and 400),
  sentence_en text not null check (length(sentence_en) between 1 and 400),
  item_ids uuid[] not null default '{}' check (cardinality(item_ids) <= 20),   -- in their order
  primary key (key, position)
);
create table house.knowledge_start_changes (
  key text not null references house.knowledge_start_pages on delete cascade,
  version integer not null,
  content jsonb not null,                         -- the page as it became
  reason text not null check (length(reason) between 1 and 500),
  changed_by uuid,                                -- null: from the command line, or erased
  changed_for text,                               -- the organisation of the editor; null: an administrator
  changed_at timestamptz not null,
  primary key (key, version)
);
create index knowledge_start_changes_by on house.knowledge_start_changes (changed_by);

call house.guard(array['knowledge_start_pages', 'knowledge_start_sections', 'knowledge_start_changes']);

-- Editors of a partner, and administrators.
create function house.knowledge_keeps_start() returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select house.actor_may('administrator') or exists (
    select from house.accounts_organisations o where o.partner and o.left_at is null and o.id = any (house.knowledge_edited()))
$$;
-- For whom an editor speaks: the first of the partners by name.
create function house.knowledge_speaks_for() returns text
  language sql stable security definer set search_path = house, pg_temp as $$
  select min(o.name) from house.accounts_organisations o where o.partner and o.left_at is null and o.id = any (house.knowledge_edited())
$$;
grant execute on function house.knowledge_keeps_start(), house.knowledge_speaks_for() to plein_house, plein_worker;

create policy keepers on house.knowledge_start_pages to plein_house
  using ((select house.knowledge_keeps_start())) with check ((select house.knowledge_keeps_start()));
create policy worker on house.knowledge_start_pages to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_start_pages to plein_house;
grant update (title_nl, title_en, lead_nl, lead_en, version, changed_at) on house.knowledge_start_pages to plein_house;
grant select, insert, update, delete on house.knowledge_start_pages to plein_worker;

create policy keepers on house.knowledge_start_sections to plein_house
  using ((select house.knowledge_keeps_start())) with check ((select house.knowledge_keeps_start()));
create policy worker on house.knowledge_start_sections to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_start_sections to plein_house;
grant select, insert, update, delete on house.knowledge_start_sections to plein_worker;

create policy keepers_read on house.knowledge_start_changes for select to plein_house using ((select house.knowledge_keeps_start()));
create policy keepers_write on house.knowledge_start_changes for insert to plein_house
  with check ((select house.knowledge_keeps_start()) and changed_by = (select house.actor_session())
    and changed_for is not distinct from (select house.knowledge_speaks_for()));
create policy worker on house.knowledge_start_changes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (key, version, reason, changed_for, changed_at), insert on house.knowledge_start_changes to plein_house;
grant select, insert, update, delete on house.knowledge_start_changes to plein_worker;

-- The same on the square. Which items are shown is read from the items themselves: what leaves the square leaves these pages.
create table square.start_pages (
  key text primary key,
  title_nl text not null,
  title_en text not null,
  lead_nl text not null,
  lead_en text not null,
  changed_at timestamptz not null
);
create table square.start_sections (
  key text not null references square.start_pages on delete cascade,
  position integer not null,
  heading_nl text not null,
  heading_en text not null,
  sentence_nl text not null,
  sentence_en text not null,
  item_ids uuid[] not null,
  primary key (key, position)
);
grant select on square.start_pages, square.start_sections to plein_square;
grant select, insert, update, delete on square.start_pages, square.start_sections to plein_house, plein_worker;
