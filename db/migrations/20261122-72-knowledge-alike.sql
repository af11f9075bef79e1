-- An editor who names a source hears at once when an item about it is there already.
create index square_items_source_link on square.items ((source ->> 'link')) where source ->> 'link' is not null;
