-- Which version of the shipped reference data stands in the square: a start with the same data changes nothing.
create table square.reference_versions (
  part text primary key,
  version text not null,
  loaded_at timestamptz not null
);
grant select on square.reference_versions to plein_square;
grant select, insert, update, delete on square.reference_versions to plein_house, plein_worker;
