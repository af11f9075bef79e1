-- A partner's own site that moves in: a source whose pages come here to stay. Groups of its records are decided about at once.

-- site: its pages are found by its sitemap. export: a file of WordPress.
alter table house.knowledge_harvest_sources
  add column moving text check (moving in ('site', 'export')),
  add column takes_names boolean not null default false,        -- names of writers are taken along, as the source of a text
  add constraint knowledge_harvest_sources_site_asks check (moving is distinct from 'site' or address is not null);

-- The part of its site that a record stood in, as the site calls it.
alter table house.knowledge_harvest_records add column section text check (length(section) <= 200);
create index knowledge_harvest_records_section on house.knowledge_harvest_records (run_id, section);

-- What an editor decided about all records of a part; it holds for the next run too.
create table house.knowledge_moving_sections (
  source_id uuid not null references house.knowledge_harvest_sources on delete cascade,
  section text not null check (length(section) <= 200),         -- '': what stands in no part
  leaves boolean not null default false,
  type text,                                                    -- null: what each record says itself
  themes text[] not null default '{}',                          -- beside what is found in its words
  primary key (source_id, section)
);

-- The pages of a site while it is being read: one by one, by as many jobs as it takes. Gone when all were read.
create table house.knowledge_moving_pages (
  run_id uuid not null references house.knowledge_harvest_runs on delete cascade,
  position integer not null,
  page_sealed bytea not null,                                   -- its address, and when its site says that it changed
  outcome_sealed bytea,                                         -- what it said; null: not asked yet
  primary key (run_id, position)
);
create index knowledge_moving_pages_unread on house.knowledge_moving_pages (run_id, position) where outcome_sealed is null;

call house.guard(array['knowledge_moving_sections', 'knowledge_moving_pages']);

create policy own_decides on house.knowledge_moving_sections to plein_house
  using (source_id in (select s.id from house.knowledge_harvest_sources s)) with check (source_id in (select s.id from house.knowledge_harvest_sources s));
create policy worker on house.knowledge_moving_sections to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.knowledge_moving_sections to plein_house, plein_worker;

create policy worker on house.knowledge_moving_pages to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.knowledge_moving_pages to plein_worker;
