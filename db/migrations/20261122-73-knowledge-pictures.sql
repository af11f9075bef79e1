-- Pictures in the text of an item: written anew by us, in a few widths, sealed with the key of the item. What of them stands
-- on the square goes with the item that shows them.

create table house.knowledge_pictures (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  alt_sealed bytea,                               -- null: it only adorns, and is passed over when a page is read aloud
  maker_sealed bytea not null,
  licence text not null,
  people text not null check (people in ('none', 'agreed')),   -- nobody to be recognised, or everybody said yes to this use
  added_by uuid,
  added_at timestamptz not null,
  unused_since timestamptz                        -- null: the text of the item shows it now
);
create index knowledge_pictures_item on house.knowledge_pictures (item_id, added_at);
create index knowledge_pictures_unused on house.knowledge_pictures (unused_since) where unused_since is not null;

create table house.knowledge_picture_files (
  picture_id uuid not null references house.knowledge_pictures on delete cascade,
  item_id uuid not null references house.knowledge_items on delete cascade,
  width integer not null check (width between 1 and 2000),
  height integer not null check (height between 1 and 20000),
  bytes_sealed bytea not null,
  primary key (picture_id, width)
);
create index knowledge_picture_files_item on house.knowledge_picture_files (item_id);

call house.guard(array['knowledge_pictures', 'knowledge_picture_files']);

create policy keepers_read on house.knowledge_pictures for select to plein_house using (house.knowledge_keeps(item_id));
create policy keepers_add on house.knowledge_pictures for insert to plein_house
  with check (added_by = (select house.actor_session()) and house.knowledge_keeps(item_id));
create policy keepers_note on house.knowledge_pictures for update to plein_house using (house.knowledge_keeps(item_id));
create policy keepers_remove on house.knowledge_pictures for delete to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_pictures to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_pictures to plein_house;
grant update (unused_since) on house.knowledge_pictures to plein_house;
grant select, insert, update, delete on house.knowledge_pictures to plein_worker;

create policy keepers_read on house.knowledge_picture_files for select to plein_house using (house.knowledge_keeps(item_id));
create policy keepers_add on house.knowledge_picture_files for insert to plein_house with check (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_picture_files to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_picture_files to plein_house;
grant select, insert, update, delete on house.knowledge_picture_files to plein_worker;

create table square.pictures (
  id uuid not null,
  width integer not null,
  height integer not null,
  item_id uuid not null references square.items on delete cascade,
  bytes bytea not null check (length(bytes) <= 65536),
  primary key (id, width)
);
create index square_pictures_item on square.pictures (item_id);
grant select on square.pictures to plein_square;
grant select, insert, update, delete on square.pictures to plein_house, plein_worker;
