-- Whether what stands on the square is still right: a rhythm per item, who said what about it and when, the letters that
-- ask, and the links that stopped working. Checked is apart from changed.

alter table house.knowledge_items
  add column review_months integer,               -- null: the rhythm of its kind
  add column review_by date,                      -- the last day on which a check is in time; null: never published
  add column needs_work_since timestamptz,        -- a steward said so; other words or a check end it
  add column links_seen_at timestamptz,           -- when its links were last tried
  add constraint knowledge_items_rhythm check (review_months between 3 and 36);
create index knowledge_items_review_by on house.knowledge_items (review_by) where shelf_version is not null;
create index knowledge_items_links_seen on house.knowledge_items (links_seen_at nulls first) where shelf_version is not null;
grant update (review_months, review_by, needs_work_since) on house.knowledge_items to plein_house;

-- What readers see of it. `standing` moves once a day; search reads it as a facet of the passages.
alter table square.items
  add column review_by date,
  add column standing text not null default 'in-time' check (standing in ('in-time', 'due', 'overdue', 'stale')),
  add column needs_work boolean not null default false;

-- Every answer, with who gave it for which steward. What was said by a link is carried out by a job.
create table house.knowledge_checks (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  outcome text not null check (outcome in ('still-right', 'needs-work', 'retire', 'not-ours')),
  kind text not null check (kind in ('session', 'link', 'publication')),
  by_person uuid,                                 -- null: erased, or from the command line
  at timestamptz not null,
  done_at timestamptz                             -- null: not carried out yet
);
create index knowledge_checks_item on house.knowledge_checks (item_id, at desc);
create index knowledge_checks_at on house.knowledge_checks (at);

-- A letter to the editors of one steward: at most one in a week of the calendar.
create table house.knowledge_check_batches (
  id uuid primary key,
  organisation_id uuid not null references house.accounts_organisations,
  week date not null,                             -- its Monday
  made_at timestamptz not null,
  constraint knowledge_check_batches_weekly unique (organisation_id, week)
);
create table house.knowledge_check_batch_items (
  batch_id uuid not null references house.knowledge_check_batches on delete cascade,
  item_id uuid not null references house.knowledge_items on delete cascade,
  state text not null check (state in ('in-time', 'due', 'overdue', 'stale')),   -- its standing when the letter went
  primary key (batch_id, item_id)
);
create index knowledge_check_batch_items_item on house.knowledge_check_batch_items (item_id);

-- Links of published items that failed, or are being watched. A steward hears after failures on several days.
create table house.knowledge_link_checks (
  item_id uuid not null references house.knowledge_items on delete cascade,
  link text not null check (length(link) <= 1000),
  seen_on date not null,
  failed_days integer not null check (failed_days >= 0),
  failed_since date,
  last_failed date,
  broken_at timestamptz,                          -- when it had failed on so many days that its stewards hear of it
  primary key (item_id, link),
  constraint knowledge_link_checks_dated check ((failed_days = 0) = (failed_since is null) and (failed_days = 0) = (last_failed is null))
);

call house.guard(array['knowledge_checks', 'knowledge_check_batches', 'knowledge_check_batch_items', 'knowledge_link_checks']);

create policy stewards_read on house.knowledge_checks for select to plein_house using (house.knowledge_keeps(item_id));
create policy stewards_answer on house.knowledge_checks for insert to plein_house
  with check (by_person = (select house.actor_session()) and kind in ('session', 'publication') and house.knowledge_keeps(item_id)
    and organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_checks to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_checks to plein_house;
grant select, insert, update, delete on house.knowledge_checks to plein_worker;

create policy worker on house.knowledge_check_batches to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.knowledge_check_batches to plein_worker;
create policy worker on house.knowledge_check_batch_items to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.knowledge_check_batch_items to plein_worker;

create policy stewards_read on house.knowledge_link_checks for select to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_link_checks to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_link_checks to plein_house;
grant select, insert, update, delete on house.knowledge_link_checks to plein_worker;

-- The letter that the link stands in, while its person still edits for that steward: who left asks in vain.
create function house.knowledge_asked_batch() returns table (id uuid, organisation_id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select b.id, b.organisation_id from house.knowledge_check_batches b
   where b.id::text = house.actor_link('check')
     and exists (select from house.accounts_memberships m where m.organisation_id = b.organisation_id and m.person_id = house.actor_person()
                 and m.role = 'editor' and m.until is null)
$$;

-- What the letter asks about: the items on the square that this steward still keeps, without any of their words.
create function house.knowledge_asked_checks()
  returns table (item_id uuid, organisation_id uuid, type text, review_months integer, review_by date, checked_at timestamptz, needs_work boolean, links text[],
    outcome text, answered_at timestamptz)
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.id, b.organisation_id, i.type, i.review_months, i.review_by, i.checked_at, i.needs_work_since is not null,
         array(select l.link from house.knowledge_link_checks l where l.item_id = i.id and l.broken_at is not null order by l.link),
         c.outcome, c.at
    from house.knowledge_asked_batch() b
    join house.knowledge_check_batch_items q on q.batch_id = b.id
    join house.knowledge_items i on i.id = q.item_id and i.shelf_version is not null
    join house.knowledge_item_stewards s on s.item_id = i.id and s.organisation_id = b.organisation_id and s.accepted_at is not null
    left join lateral (select k.outcome, k.at from house.knowledge_checks k
                        where k.item_id = i.id and k.organisation_id = b.organisation_id
                          and k.at >= (select made_at from house.knowledge_check_batches where id = b.id)
                        order by k.at desc, k.id limit 1) c on true
   order by i.review_by, i.id
$$;

-- An answer by the link of the letter: noted here, carried out by a job. False when the letter does not ask about it.
create function house.knowledge_answer_check(answer uuid, item uuid, says text, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare asked record;
begin
  select a.organisation_id into asked from house.knowledge_asked_checks() a where a.item_id = item;
  if not found then return false; end if;
  insert into house.knowledge_checks (id, item_id, organisation_id, outcome, kind, by_person, at)
  values (answer, item, asked.organisation_id, says, 'link', house.actor_person(), moment);
  return true;
end $$;
grant execute on function house.knowledge_asked_batch(), house.knowledge_asked_checks(), house.knowledge_answer_check(uuid, uuid, text, timestamptz) to plein_house;
