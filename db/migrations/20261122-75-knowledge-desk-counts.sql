-- How often the desk closed a question to which an open question of research belongs. Counted at the closing itself, so
-- that nothing has to be kept of which question it was.
create table house.knowledge_desk_counts (
  item_id uuid primary key references house.knowledge_items on delete cascade,
  requests integer not null check (requests > 0)
);
call house.guard(array['knowledge_desk_counts']);
create policy worker on house.knowledge_desk_counts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.knowledge_desk_counts to plein_worker;

-- One more; the desk only, and only for what stands on the square.
create function house.knowledge_count_request(item uuid) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if not house.actor_may('coordinator') then
    raise exception 'only the desk counts its questions' using errcode = '42501';
  end if;
  insert into house.knowledge_desk_counts as d (item_id, requests)
  select i.id, 1 from house.knowledge_items i where i.id = item and i.shelf_version is not null and i.type = 'researchQuestion'
  on conflict (item_id) do update set requests = d.requests + 1;
end $$;
grant execute on function house.knowledge_count_request(uuid) to plein_house, plein_worker;
create function house.knowledge_requests_of(item uuid) returns integer
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce((select d.requests from house.knowledge_desk_counts d where d.item_id = item), 0)
$$;
grant execute on function house.knowledge_requests_of(uuid) to plein_house, plein_worker;

create table square.item_requests (
  item_id uuid primary key references square.items on delete cascade,
  requests integer not null check (requests >= 5)   -- under five there is no row
);
grant select on square.item_requests to plein_square;
grant select, insert, update, delete on square.item_requests to plein_house, plein_worker;
