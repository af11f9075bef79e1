-- What the search box suggests while somebody types: titles by the beginnings of their words, and how many items stand
-- under each theme, role and kind. Both are there before anybody asks: a question while typing must cost next to nothing.

-- Words as they are typed: small letters without accents, whatever stands between them.
create function square.plain_words(given text) returns tsvector
  language sql immutable strict parallel safe as $$
  select to_tsvector('pg_catalog.simple', regexp_replace(
    translate(lower(given), 'áàâäãåéèêëíìîïóòôöõøúùûüçñ', 'aaaaaaeeeeiiiioooooouuuucn'), '[^[:alnum:]]+', ' ', 'g'))
$$;
grant execute on function square.plain_words(text) to plein_square, plein_house, plein_worker;
create index square_items_title_words on square.items using gin (square.plain_words(title));

create table square.term_items (
  term text primary key,                          -- id of a theme, role or kind
  items integer not null check (items > 0)
);
grant select on square.term_items to plein_square;
grant select, insert, update, delete on square.term_items to plein_house, plein_worker;

create function house.knowledge_count_terms() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into square.term_items as t (term, items)
    select term, count(*) from placed, unnest(themes || roles || type) as term group by term order by term
    on conflict (term) do update set items = t.items + excluded.items;
  end if;
  if tg_op <> 'INSERT' then
    delete from square.term_items t using (select term, count(*) as items from taken, unnest(themes || roles || type) as term group by term) gone
     where t.term = gone.term and t.items = gone.items;
    update square.term_items t set items = t.items - gone.items
      from (select term, count(*) as items from taken, unnest(themes || roles || type) as term group by term) gone
     where t.term = gone.term and t.items > gone.items;
  end if;
  return null;
end
$$;
create trigger terms_counted_in after insert on square.items referencing new table as placed
  for each statement execute function house.knowledge_count_terms();
create trigger terms_counted_out after delete on square.items referencing old table as taken
  for each statement execute function house.knowledge_count_terms();
insert into square.term_items (term, items)
select term, count(*) from square.items, unnest(themes || roles || type) as term group by term;
