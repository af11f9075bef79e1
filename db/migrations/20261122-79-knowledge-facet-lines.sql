-- A search counts the facets of up to a thousand items. Their lines were most of what it sent: now it sends the number of a
-- line, and who counts remembers what a number stands for. 53 bits, so that it is a whole number everywhere.
alter table square.passages
  add column facet_line bigint not null generated always as (hashtextextended(facets, 0) & 9007199254740991) stored;
create index square_passages_facet_line on square.passages (facet_line);
