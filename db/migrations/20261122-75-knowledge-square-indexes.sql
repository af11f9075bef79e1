-- Lists that have to be quick at 100,000 items: the newest of a language, of a kind, of a theme, role, region or steward, and how many
-- stand where.
create index square_items_newest_in on square.items (lang, published_at desc, id);
create index square_items_newest_of on square.items (type, published_at desc, id);
drop index square.square_items_type;
create index square_items_themes on square.items using gin (themes);
create index square_items_roles on square.items using gin (roles);
create index square_items_stewards on square.items using gin (steward_slugs);
create index square_items_regions on square.items using gin (regions);
create index square_items_standing on square.items (standing);
-- For the sitemap: all addresses without reading a text.
create index square_items_pages on square.items (slug, recorded_at);
