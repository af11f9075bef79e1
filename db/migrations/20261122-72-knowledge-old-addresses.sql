-- Where an item stood before it came here. An address is written without what leads to the same page anyway (https, www,
-- a slash at the end); the square knows it from the publication of its item on.

create table house.knowledge_old_addresses (
  address text primary key check (length(address) between 3 and 2000 and address !~ '^https?:'),
  item_id uuid not null references house.knowledge_items on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,  -- whose site it was
  noted_at timestamptz not null
);
create index knowledge_old_addresses_item on house.knowledge_old_addresses (item_id);
create index knowledge_old_addresses_organisation on house.knowledge_old_addresses (organisation_id);

call house.guard(array['knowledge_old_addresses']);

create policy editors_read on house.knowledge_old_addresses for select to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]) or house.knowledge_keeps(item_id));
create policy worker on house.knowledge_old_addresses to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_old_addresses to plein_house;
grant select, insert, update, delete on house.knowledge_old_addresses to plein_worker;

-- It stays when its item is withdrawn: then it says that it is gone, not that it never was.
create table square.old_addresses (
  address text primary key,
  host text not null,
  item_id uuid not null
);
create index square_old_addresses_item on square.old_addresses (item_id);
create index square_old_addresses_host on square.old_addresses (host);
grant select on square.old_addresses to plein_square;
grant select, insert, update, delete on square.old_addresses to plein_house, plein_worker;
