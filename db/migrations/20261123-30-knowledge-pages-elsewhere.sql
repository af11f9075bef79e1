-- What another room publishes can be found like any item, while its page stands where that room has it: a wave of a poll
-- at /peilingen. Null: the page is the item's own.
alter table square.items
  add column page text
  constraint square_items_page_is_a_path check (page ~ '^/[a-z0-9][a-z0-9/-]*$' and length(page) <= 300);
