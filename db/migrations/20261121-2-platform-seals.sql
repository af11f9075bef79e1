-- Seals of the diary: each batch is chained to the one before it and signed with a key that is not in the database.

alter table house.platform_diary_seals add column signature bytea not null;

-- The last seal, signed as well: without it the newest pages could be torn out together with their seals.
create table house.platform_diary_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  to_id bigint not null,
  hash bytea not null,
  signature bytea not null
);
call house.guard(array['platform_diary_head']);
grant select, insert, update on house.platform_diary_head to plein_worker;
create policy worker_keeps on house.platform_diary_head to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));

-- A transaction must have its number before it draws a number of the diary. Then every number at or below the highest one
-- drawn belongs to a transaction that is already numbered, and the sealer can wait until all of those have ended.
create or replace function house.record(what text, about text, moment timestamptz, more jsonb) returns bigint
  language plpgsql security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof(); new_id bigint;
begin
  perform pg_current_xact_id();
  insert into house.platform_diary (event, subject, at, actor_kind, actor_person, detail)
  values (what, about, moment, coalesce(p.kind, 'nobody'), p.person_id, more) returning id into new_id;
  return new_id;
end $$;

-- The highest number drawn so far; 0 when none was. After a restore the sequence knows only what comes next.
create function house.diary_ceiling() returns bigint language plpgsql security definer set search_path = house, pg_temp as $$
begin
  return greatest(pg_sequence_last_value(pg_get_serial_sequence('house.platform_diary', 'id')::regclass), (select max(id) from house.platform_diary), 0);
end $$;
grant execute on function house.diary_ceiling() to plein_worker;
