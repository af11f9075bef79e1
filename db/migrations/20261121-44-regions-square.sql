-- Municipalities and the regions they belong to. Shipped data (src/rooms/regions/data), loaded at every start when it changed.
create table square.municipalities (
  code text primary key check (code ~ '^GM[0-9]{4}$'),
  name text not null,
  aliases text[] not null,
  population_2022 integer not null,
  lon double precision not null,
  lat double precision not null,
  valid_from date,                                -- null: from before the records
  valid_to date,                                  -- the first day on which it no longer exists
  tooi text not null
);
create table square.regions (
  type text not null,
  code text not null,
  name text not null,
  primary key (type, code)
);
create table square.region_sources (
  id text primary key,
  title text not null,
  licence text not null,
  note text not null
);
-- A municipality belongs to a region from a day up to, not including, a day; with who says so and how certain that is.
create table square.region_memberships (
  municipality_code text not null references square.municipalities,
  region_type text not null,
  region_code text not null,
  valid_from date,
  valid_to date,
  source text not null references square.region_sources,
  certainty text not null check (certainty in ('high', 'medium', 'low')),
  constraint square_region_memberships_region foreign key (region_type, region_code) references square.regions,
  constraint square_region_memberships_once unique nulls not distinct (municipality_code, region_type, valid_from)
);
create index square_region_memberships_region on square.region_memberships (region_type, region_code);
-- Names and codes that ended. A code is never given to another municipality: an old one keeps pointing on.
create table square.former_municipalities (
  code text primary key check (code ~ '^GM[0-9]{4}$'),
  name text not null,
  successors text[] not null check (cardinality(successors) > 0),
  ended_on date not null,
  kind text not null check (kind in ('merged', 'added', 'split', 'planned'))
);
grant select on square.municipalities, square.regions, square.region_sources, square.region_memberships, square.former_municipalities to plein_square;
grant select, insert, update, delete on square.municipalities, square.regions, square.region_sources, square.region_memberships, square.former_municipalities
  to plein_house, plein_worker;
