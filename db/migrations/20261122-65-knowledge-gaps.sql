-- What we do not know yet: words that people searched in vain, notes of the desk, and gaps that editors wrote of them.

-- The same words in another order or another form are the same search. What came before this was noted without, and is
-- never offered.
alter table house.knowledge_empty_searches add column same text check (length(same) between 1 and 400);
create index knowledge_empty_searches_same on house.knowledge_empty_searches (same, searched_on);

drop function square.note_empty_search(text);
create function square.note_empty_search(what text, alike text) returns void
  language sql security definer set search_path = house, pg_temp as $$
  insert into house.knowledge_empty_searches (words, same, searched_on)
  values (left(what, 200), left(alike, 400), (house.moment() at time zone 'Europe/Amsterdam')::date)
$$;
grant execute on function square.note_empty_search(text, text) to plein_square;

-- What an editor has looked at is not offered again for a while.
create table house.knowledge_searches_seen (
  same text primary key,
  seen_on date not null
);
create index knowledge_searches_seen_day on house.knowledge_searches_seen (seen_on);

-- An editor sees words only when they came on five different days: before that they may be one person's.
create function house.knowledge_repeated_searches() returns table (same text, words text, days integer)
  language sql stable security definer set search_path = house, pg_temp as $$
  select s.same, mode() within group (order by s.words), count(distinct s.searched_on)::int
    from house.knowledge_empty_searches s
   where house.actor_edits(null) and s.same is not null
     and s.searched_on > (house.moment() at time zone 'Europe/Amsterdam')::date - 90
     and not exists (select from house.knowledge_searches_seen l where l.same = s.same)
   group by s.same having count(distinct s.searched_on) >= 5
   order by 3 desc, 1 limit 50
$$;
grant execute on function house.knowledge_repeated_searches() to plein_house;

-- What the desk found that nobody has written down, in the coordinator's own words. Of which question is not kept.
create table house.knowledge_gap_notes (
  id uuid primary key,
  words text not null check (length(words) between 5 and 500),
  noted_at timestamptz not null
);

create table house.knowledge_gaps (
  id uuid primary key,
  slug text not null,
  title text not null check (length(title) between 5 and 160),
  why text not null check (length(why) between 5 and 1000),
  also text not null default '' check (length(also) <= 300),   -- other words for it, as people search
  themes text[] not null default '{}',
  origin text not null check (origin in ('searches', 'request', 'editor')),
  opened_at timestamptz not null,
  item_id uuid references house.knowledge_items,               -- what closed it
  closed_at timestamptz,
  constraint knowledge_gaps_slug_once unique (slug),
  constraint knowledge_gaps_closed_by_item check ((item_id is null) = (closed_at is null))
);
create index knowledge_gaps_item on house.knowledge_gaps (item_id);

create table house.knowledge_gap_adoptions (
  id uuid primary key,
  gap_id uuid not null references house.knowledge_gaps on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  adopted_at timestamptz not null,
  until date not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('given-back', 'lapsed', 'delivered')),
  constraint knowledge_gap_adoptions_ended check ((ended_at is null) = (ended_as is null))
);
create unique index knowledge_gap_adoptions_one_running on house.knowledge_gap_adoptions (gap_id) where ended_at is null;
create index knowledge_gap_adoptions_organisation on house.knowledge_gap_adoptions (organisation_id);

call house.guard(array['knowledge_searches_seen', 'knowledge_gap_notes', 'knowledge_gaps', 'knowledge_gap_adoptions']);

-- A gap is closed by what everybody can read, whoever bypasses the code.
create function house.knowledge_guard_gap() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.item_id is not null and new.item_id is distinct from old.item_id
     and not exists (select from house.knowledge_items i where i.id = new.item_id and i.shelf_version is not null) then
    raise exception 'a gap is closed by an item on the square' using errcode = '23514', constraint = 'knowledge_gaps_closed_by_published';
  end if;
  return new;
end $$;
create trigger guarded before update on house.knowledge_gaps for each row execute function house.knowledge_guard_gap();

create policy editors_read on house.knowledge_searches_seen for select to plein_house using ((select house.actor_edits(null)));
create policy editors_mark on house.knowledge_searches_seen for insert to plein_house with check ((select house.actor_edits(null)));
create policy worker on house.knowledge_searches_seen to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_searches_seen to plein_house;
grant select, insert, update, delete on house.knowledge_searches_seen to plein_worker;

create policy editors_read on house.knowledge_gap_notes for select to plein_house using ((select house.actor_edits(null)));
create policy desk_notes on house.knowledge_gap_notes for insert to plein_house with check ((select house.actor_may('coordinator')));
create policy editors_handle on house.knowledge_gap_notes for delete to plein_house using ((select house.actor_edits(null)));
create policy worker on house.knowledge_gap_notes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_gap_notes to plein_house;
grant select, insert, update, delete on house.knowledge_gap_notes to plein_worker;

create policy editors_read on house.knowledge_gaps for select to plein_house using ((select house.actor_edits(null)));
create policy editors_open on house.knowledge_gaps for insert to plein_house with check ((select house.actor_edits(null)) and item_id is null);
create policy editors_change on house.knowledge_gaps for update to plein_house
  using ((select house.actor_edits(null))) with check ((select house.actor_edits(null)));
create policy worker on house.knowledge_gaps to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_gaps to plein_house;
grant update (title, why, also, themes, item_id, closed_at) on house.knowledge_gaps to plein_house;
grant select, insert, update, delete on house.knowledge_gaps to plein_worker;

create policy editors_read on house.knowledge_gap_adoptions for select to plein_house using ((select house.actor_edits(null)));
create policy own_adopts on house.knowledge_gap_adoptions for insert to plein_house
  with check (organisation_id = any ((select house.knowledge_edited())::uuid[]) and ended_at is null);
create policy own_ends on house.knowledge_gap_adoptions for update to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[])) with check (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_gap_adoptions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_gap_adoptions to plein_house;
grant update (ended_at, ended_as) on house.knowledge_gap_adoptions to plein_house;
grant select, insert, update, delete on house.knowledge_gap_adoptions to plein_worker;

create table square.gaps (
  id uuid primary key,
  slug text not null,
  title text not null,
  why text not null,
  also text not null,
  themes text[] not null,
  origin text not null,
  opened_on date not null,
  stems text[] not null,                          -- of title and other words: a search in vain finds its gap by them
  adopter_slug text,
  adopter_name text,
  adopted_until date,
  lapsed boolean not null default false,          -- the day has passed and nothing was delivered
  item_id uuid,                                   -- counts as closed while this stands on the square
  constraint square_gaps_slug_once unique (slug)
);
create index square_gaps_item on square.gaps (item_id);
grant select on square.gaps to plein_square;
grant select, insert, update, delete on square.gaps to plein_house, plein_worker;
