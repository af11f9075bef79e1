-- No item without a steward, ever: a steward that leaves while no other can go on stays until another takes over, and everybody
-- who edits for a partner sees that one is looked for.

create table house.knowledge_successions (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,   -- the steward that leaves
  cause text not null check (cause in ('not-ours', 'ended', 'no-editor')),
  reason_sealed bytea,                            -- null: it follows from the cause
  opened_by uuid,                                 -- null: erased, or a job
  opened_at timestamptz not null,
  told_at timestamptz,                            -- when a letter first said that one is looked for
  taken_by_organisation uuid references house.accounts_organisations,
  taken_by uuid,
  taken_at timestamptz,
  takes_over_on date,
  outcome text check (outcome in ('others-stay', 'taken', 'stays', 'withdrawn')),
  closed_at timestamptz,
  constraint knowledge_successions_dated check ((outcome is null) = (closed_at is null)),
  constraint knowledge_successions_taken check ((taken_by_organisation is null) = (taken_at is null) and (taken_at is null) = (takes_over_on is null)),
  constraint knowledge_successions_say_why check (reason_sealed is not null or cause <> 'not-ours')
);
create unique index knowledge_successions_one_open on house.knowledge_successions (item_id) where outcome is null;
create index knowledge_successions_item on house.knowledge_successions (item_id, opened_at);
call house.guard(array['knowledge_successions']);

-- What readers see of it.
create table square.stewards_wanted (
  item_id uuid primary key,
  cause text not null check (cause in ('leaving', 'ended')),
  since timestamptz not null
);
grant select on square.stewards_wanted to plein_square;
grant select, insert, update, delete on square.stewards_wanted to plein_house, plein_worker;

-- Two stewards that leave at the same moment wait for each other here: the second finds that it is the last.
create function house.knowledge_keep_a_steward() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare item uuid;
begin
  if tg_table_name = 'knowledge_items' then item := new.id; else item := old.item_id; end if;
  perform from house.knowledge_items i where i.id = item for no key update;
  if found and not exists (select from house.knowledge_item_stewards s where s.item_id = item and s.accepted_at is not null) then
    raise exception 'an item keeps a steward' using errcode = '23514', constraint = 'knowledge_items_keep_a_steward';
  end if;
  return null;
end $$;
create constraint trigger knowledge_item_stewards_keep_one after update or delete on house.knowledge_item_stewards
  deferrable initially deferred for each row execute function house.knowledge_keep_a_steward();
create constraint trigger knowledge_items_have_a_steward after insert on house.knowledge_items
  deferrable initially deferred for each row execute function house.knowledge_keep_a_steward();

create function house.knowledge_succession_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  delete from square.stewards_wanted w where w.item_id = new.item_id;
  insert into square.stewards_wanted (item_id, cause, since)
  select s.item_id, case s.cause when 'ended' then 'ended' else 'leaving' end, s.opened_at
    from house.knowledge_successions s where s.item_id = new.item_id and s.outcome is null;
  perform pg_notify('square', '');
  return null;
end $$;
create trigger knowledge_successions_changed after insert or update on house.knowledge_successions
  for each row execute function house.knowledge_succession_changed();

-- What is taken off the square needs no successor.
create function house.knowledge_withdrawn_needs_none() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if old.shelf_version is not null and new.shelf_version is null then
    update house.knowledge_successions s set outcome = 'withdrawn', closed_at = house.moment() where s.item_id = new.id and s.outcome is null;
  end if;
  return null;
end $$;
create trigger knowledge_items_withdrawn_needs_none after update of shelf_version on house.knowledge_items
  for each row execute function house.knowledge_withdrawn_needs_none();

-- A steward leaves: at once when another can go on, else one is looked for. The caller locked the item.
create function house.knowledge_leave(succession uuid, item uuid, organisation uuid, why text, reason bytea, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare others boolean;
begin
  perform from house.knowledge_items i where i.id = item for update;
  if not (house.actor_works() or organisation = any (house.knowledge_edited()))
     or not exists (select from house.knowledge_item_stewards s where s.item_id = item and s.organisation_id = organisation and s.accepted_at is not null) then
    return 'unknown';
  end if;
  others := exists (select from house.knowledge_deciders(item) d(id) where d.id <> organisation);
  if not others and exists (select from house.knowledge_successions s where s.item_id = item and s.outcome is null) then return 'wanted-already'; end if;
  insert into house.knowledge_successions (id, item_id, organisation_id, cause, reason_sealed, opened_by, opened_at, outcome, closed_at)
  values (succession, item, organisation, why, reason, house.actor_session(), moment, case when others then 'others-stay' end, case when others then moment end);
  if others then
    delete from house.knowledge_item_stewards s where s.item_id = item and s.organisation_id = organisation;
    return 'left';
  end if;
  return 'wanted';
end $$;

-- The day has come: who takes over keeps the item from now on, and who left does not.
create function house.knowledge_carry_over(succession uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s house.knowledge_successions;
begin
  select q.* into s from house.knowledge_successions q where q.id = succession and q.outcome is null for update;
  if s.taken_by_organisation is null then return; end if;
  insert into house.knowledge_item_stewards (item_id, organisation_id, added_by, added_at, accepted_at)
  values (s.item_id, s.taken_by_organisation, s.taken_by, moment, moment)
  on conflict (item_id, organisation_id) do update set accepted_at = coalesce(house.knowledge_item_stewards.accepted_at, excluded.accepted_at);
  delete from house.knowledge_item_stewards k where k.item_id = s.item_id and k.organisation_id = s.organisation_id and k.organisation_id <> s.taken_by_organisation;
  update house.knowledge_successions q set outcome = 'taken', closed_at = moment where q.id = succession;
end $$;

-- An editor takes an item over for a partner of theirs, from a day within three months.
create function house.knowledge_take_over(succession uuid, organisation uuid, day date, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s house.knowledge_successions; today date := (moment at time zone 'Europe/Amsterdam')::date;
begin
  select q.* into s from house.knowledge_successions q where q.id = succession;
  if s.id is null or not organisation = any (house.knowledge_edited())
     or not exists (select from house.accounts_organisations o where o.id = organisation and o.partner and o.left_at is null) then
    return 'unknown';
  end if;
  perform from house.knowledge_items i where i.id = s.item_id for update;
  select q.* into s from house.knowledge_successions q where q.id = succession;
  if s.outcome is not null or s.taken_at is not null or s.organisation_id = organisation then return 'gone'; end if;
  if day < today or day > today + 92 then return 'day'; end if;
  update house.knowledge_successions q set taken_by_organisation = organisation, taken_by = house.actor_session(), taken_at = moment, takes_over_on = day
   where q.id = succession;
  if day > today then return 'later'; end if;
  perform house.knowledge_carry_over(succession, moment);
  return 'taken';
end $$;

-- The steward stays after all, as long as nobody took over; or it can go on again.
create function house.knowledge_stay(succession uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  update house.knowledge_successions q set outcome = 'stays', closed_at = moment
   where q.id = succession and q.outcome is null and q.taken_at is null
     and (house.actor_works() or q.organisation_id = any (house.knowledge_edited()));
  return found;
end $$;

-- Who joins as a steward while one is looked for is the successor.
create function house.knowledge_joiner_succeeds() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s house.knowledge_successions;
begin
  if new.accepted_at is null then return null; end if;
  select q.* into s from house.knowledge_successions q where q.item_id = new.item_id and q.outcome is null and q.organisation_id <> new.organisation_id;
  if s.id is null or (s.taken_by_organisation is not null and s.taken_by_organisation <> new.organisation_id) then return null; end if;
  update house.knowledge_successions q set taken_by_organisation = new.organisation_id, taken_by = coalesce(q.taken_by, house.actor_session()),
    taken_at = coalesce(q.taken_at, new.accepted_at), takes_over_on = coalesce(q.takes_over_on, (new.accepted_at at time zone 'Europe/Amsterdam')::date),
    outcome = 'taken', closed_at = new.accepted_at where q.id = s.id;
  delete from house.knowledge_item_stewards k where k.item_id = new.item_id and k.organisation_id = s.organisation_id;
  return null;
end $$;
create trigger knowledge_item_stewards_succeed after update of accepted_at on house.knowledge_item_stewards
  for each row execute function house.knowledge_joiner_succeeds();

-- Stewards that cannot go on: their organisation ended, or nobody edits for it and no other steward can go on either.
create function house.knowledge_stewards_unable() returns table (item_id uuid, organisation_id uuid, ended boolean)
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.id, o.id, o.left_at is not null
    from house.accounts_organisations o
    join house.knowledge_item_stewards s on s.organisation_id = o.id and s.accepted_at is not null
    join house.knowledge_items i on i.id = s.item_id and i.shelf_version is not null
   where (o.left_at is not null
      or (not exists (select from house.accounts_memberships m where m.organisation_id = o.id and m.role = 'editor' and m.until is null)
          and not exists (select from house.knowledge_deciders(i.id))))
     and not exists (select from house.knowledge_successions q where q.item_id = i.id and q.outcome is null)
   order by i.id, s.added_at, o.id
$$;
-- Those for which one was looked for, and that can go on again.
create function house.knowledge_stewards_able_again() returns setof uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select q.id from house.knowledge_successions q
   where q.outcome is null and q.taken_at is null and q.cause <> 'not-ours' and q.organisation_id in (select house.knowledge_deciders(q.item_id))
$$;

grant execute on function house.knowledge_leave(uuid, uuid, uuid, text, bytea, timestamptz), house.knowledge_take_over(uuid, uuid, date, timestamptz),
  house.knowledge_stay(uuid, timestamptz) to plein_house, plein_worker;
grant execute on function house.knowledge_carry_over(uuid, timestamptz), house.knowledge_stewards_unable(), house.knowledge_stewards_able_again()
  to plein_worker;

-- That a steward is looked for is for every editor and for who looks after the whole; it says nothing about a person.
create policy editors_read on house.knowledge_successions for select to plein_house
  using ((select house.actor_edits(null)) or (select house.actor_may('administrator')));
create policy worker on house.knowledge_successions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, item_id, organisation_id, cause, reason_sealed, opened_at, taken_by_organisation, taken_at, takes_over_on, outcome, closed_at)
  on house.knowledge_successions to plein_house;
grant select, update, delete on house.knowledge_successions to plein_worker;

-- An organisation that ended cannot step back by itself: who looks after the whole may see what it keeps.
create policy administrators_read on house.knowledge_item_stewards for select to plein_house using ((select house.actor_may('administrator')));
