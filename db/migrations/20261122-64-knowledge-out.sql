-- What leaves the square: when each item last changed here, and what was taken off it.

-- The moment at which the row changed in this place, whatever its own dates say: others ask for what is new since then.
alter table square.items add column recorded_at timestamptz not null default now();
create index square_items_recorded on square.items (recorded_at, id);

-- Milliseconds: others hand the moment back to us, and they have no finer one. Not the beginning of the transaction: it
-- may have waited for its turn, and whoever asked meanwhile would miss it.
create function house.knowledge_stamp_item() returns trigger language plpgsql as $$
begin
  new.recorded_at := date_trunc('milliseconds', clock_timestamp() + (house.moment() - now()));
  return new;
end
$$;
create trigger stamped before insert or update on square.items for each row execute function house.knowledge_stamp_item();

-- Taken off the square, for ever: harvesters must hear of it, and its address says so. Nothing of what it said is left but
-- the words of its address, and the lists it stood in, so that who follows one list hears of it too.
create table square.withdrawn_items (
  id uuid primary key,
  slug text not null,
  type text not null,
  themes text[] not null,
  at timestamptz not null,
  constraint square_withdrawn_items_slug_once unique (slug)
);
create index square_withdrawn_items_at on square.withdrawn_items (at, id);
grant select on square.withdrawn_items to plein_square;
grant select, insert, update, delete on square.withdrawn_items to plein_house, plein_worker;
