-- A search counts the facets of up to a thousand items. Their lines were most of what it sent: now it sends the number of a
-- line, and who counts remembers what a number stands for. 53 bits, so that it is a whole number everywhere.
-- Passages that came one after the other are a part: they stand beside each other in the table and in the lists of an index.
create sequence square.passage_order;
alter table square.passages
  add column facet_line bigint not null generated always as (hashtextextended(facets, 0) & 9007199254740991) stored,
  add column part int not null default (nextval('square.passage_order') / 4096)::int;
create index square_passages_facet_line on square.passages (facet_line);
grant usage on sequence square.passage_order to plein_house, plein_worker;
grant select on sequence square.passage_order to plein_square;

-- One index over words, facets and parts. A search that is narrowed to what is rare skips through words and facets together,
-- instead of reading thousands of passages; where words are common, it looks into so many parts as will bring enough.
create function square.facet_words(line text, part int) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(string_to_array(line, ' '), '') || ('part:' || part))
$$;
create index square_passages_found on square.passages using gin (vector, square.facet_words(facets, part)) with (fastupdate = off);
drop index square.square_passages_vector;

-- In how many passages a lexeme or a word of facets stands, of those that stand in many. The planner counted them already, and
-- shows them to the owner of the index alone.
create function square.passage_frequencies() returns table (word text, passages int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.word, round(f.frequency * greatest(c.reltuples, 0))::int
    from pg_class c, pg_stats s
   cross join unnest(s.most_common_elems::text::text[]) with ordinality as e(word, at)
    join unnest(s.most_common_elem_freqs) with ordinality as f(frequency, at) on f.at = e.at
   where c.oid = 'square.passages'::regclass and s.schemaname = 'square'
     and ((s.tablename = 'passages' and s.attname = 'vector') or (s.tablename = 'square_passages_found' and s.attname = 'facet_words'))
$$;
grant execute on function square.facet_words(text, int) to plein_square, plein_house, plein_worker;
grant execute on function square.passage_frequencies() to plein_square, plein_house, plein_worker;
