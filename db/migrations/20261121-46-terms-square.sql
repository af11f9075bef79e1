-- The words of the field, as the public reads them. Shipped data (src/rooms/terms/data), loaded at every start when it changed.
create table square.terms (
  id text primary key,
  slug text not null constraint square_terms_slug_once unique,
  scheme text not null,
  position integer not null,                      -- the order in which a list shows it
  label jsonb not null,                           -- { "nl", "en" }
  definition jsonb not null,
  alt_labels jsonb not null,                      -- { "nl": [{ "label", "source" }], "en": [...] }
  hidden_labels text[] not null,                  -- misspellings: found, never shown
  broader text references square.terms deferrable initially deferred,
  related text[] not null,                        -- in both directions
  note jsonb,
  sensitive text,                                 -- why being connected to this theme can harm a person
  process text                                    -- roles only: primary or secondary
);
create index square_terms_broader on square.terms (broader);
grant select on square.terms to plein_square;
grant select, insert, update, delete on square.terms to plein_house, plein_worker;
