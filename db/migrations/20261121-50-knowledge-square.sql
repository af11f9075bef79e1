-- The square's shelf: finished, public rows. A public page is one indexed read; search reads passages.
-- Nothing here points at a person: authors stand under the name they chose, or not at all.

create extension if not exists pg_trgm with schema public;
grant usage on schema public to plein_house, plein_worker, plein_square;

create table square.items (
  id uuid primary key,
  slug text not null,
  type text not null,
  title text not null,
  summary text not null,
  lang text not null check (lang in ('nl', 'en')),
  body_html text not null,                        -- sanitised when it was published
  stewards jsonb not null check (jsonb_array_length(stewards) > 0),   -- [{ "slug", "name" }]
  steward_slugs text[] not null,
  themes text[] not null default '{}',
  roles text[] not null default '{}',
  audiences text[] not null default '{}',
  authors text[] not null default '{}',
  source jsonb,                                   -- { "title", "publisher", "year", "link" } of a work by others
  provenance text not null check (provenance in ('own', 'request', 'import')),
  licence text not null,
  sensitive boolean not null default false,       -- offers the quick exit
  written_on date,
  changed_at timestamptz not null,
  checked_at timestamptz not null,
  published_at timestamptz not null,
  version integer not null,
  constraint square_items_slug_once unique (slug)
);
create index square_items_newest on square.items (published_at desc);
create index square_items_type on square.items (type);

-- What search finds: an item's title, a heading, one to three paragraphs.
create table square.passages (
  item_id uuid not null references square.items on delete cascade,
  position integer not null,
  heading text,
  text text not null,
  vector tsvector not null,
  facets text[] not null,                         -- what its item is counted and narrowed by: 'theme:debts', 'type:guide'
  word_version integer not null,
  primary key (item_id, position)
) with (toast_tuple_target = 8160);               -- ranking reads a thousand vectors: they stay in the row, as they are
create index square_passages_vector on square.passages using gin (vector) with (fastupdate = off);

-- Words of published passages with the number of items they stand in: for typing errors and for rarity.
create table square.words (
  word text primary key,
  items integer not null check (items > 0)
);
create index square_words_trigrams on square.words using gin (word public.gin_trgm_ops);

-- What organisations that keep something are called: a choice of a search shows the name.
create table square.stewards (
  slug text primary key,
  name text not null
);

grant select on square.items, square.passages, square.words, square.stewards to plein_square;
grant select, insert, update, delete on square.items, square.passages, square.words, square.stewards to plein_house, plein_worker;

-- Searches without a result: words only, never who. The square may add one and read none.
create table house.knowledge_empty_searches (
  id bigint generated always as identity primary key,
  words text not null check (length(words) between 2 and 200),
  searched_on date not null
);
create index knowledge_empty_searches_day on house.knowledge_empty_searches (searched_on);
call house.guard(array['knowledge_empty_searches']);
create policy worker on house.knowledge_empty_searches to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, delete on house.knowledge_empty_searches to plein_worker;
create function square.note_empty_search(what text) returns void
  language sql security definer set search_path = house, pg_temp as $$
  insert into house.knowledge_empty_searches (words, searched_on) values (left(what, 200), (house.moment() at time zone 'Europe/Amsterdam')::date)
$$;
grant execute on function square.note_empty_search(text) to plein_square;
