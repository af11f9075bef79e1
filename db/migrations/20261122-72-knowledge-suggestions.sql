-- A change to an item that somebody who is signed in suggests: whole words of the fields that differ, beside what stood there.
-- Those who keep the item accept or decline per field; what is accepted becomes the draft.

create table house.knowledge_suggestions (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  person_id uuid,                                 -- null: erased
  base_version integer not null,                  -- what stood on the square
  made_at timestamptz not null,
  told_at timestamptz,                            -- when a letter told the stewards
  text_sealed bytea,                              -- reason and fields, under the item's key; null: forgotten
  outcome text check (outcome in ('decided', 'taken-back')),
  decided_at timestamptz,
  decided_by uuid,
  decided_for uuid references house.accounts_organisations,
  constraint knowledge_suggestions_dated check ((outcome is null) = (decided_at is null))
);
create unique index knowledge_suggestions_one_waiting on house.knowledge_suggestions (item_id, person_id) where outcome is null;
create index knowledge_suggestions_person on house.knowledge_suggestions (person_id);
create index knowledge_suggestions_waiting on house.knowledge_suggestions (made_at) where outcome is null;

create table house.knowledge_suggestion_fields (
  suggestion_id uuid not null references house.knowledge_suggestions on delete cascade,
  field text not null check (length(field) between 1 and 60),
  decision text check (decision in ('accepted', 'declined')),
  reason_sealed bytea,
  primary key (suggestion_id, field),
  constraint knowledge_suggestion_fields_say_why check (decision is distinct from 'declined' or reason_sealed is not null)
);
call house.guard(array['knowledge_suggestions', 'knowledge_suggestion_fields']);

-- What readers see of an item, as it was written: never what is being written now. For everybody who is signed in.
create function house.knowledge_published_words(path_word text)
  returns table (id uuid, version integer, lang text, type text, provenance text, text_sealed bytea, context_sealed bytea)
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.id, r.version, i.lang, i.type, i.provenance, r.text_sealed, i.context_sealed
    from house.knowledge_items i join house.knowledge_item_revisions r on r.item_id = i.id and r.version = i.shelf_version
   where i.slug = path_word and r.text_sealed is not null and house.actor_session() is not null
$$;
create function house.knowledge_on_square(item uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_items i where i.id = item and i.shelf_version is not null)
$$;
create function house.knowledge_suggests(suggestion uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_suggestions s where s.id = suggestion and s.person_id = house.actor_session() and s.outcome is null)
$$;
create function house.knowledge_suggestion_seen(suggestion uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_suggestions s where s.id = suggestion
                    and (s.person_id = house.actor_session() or house.knowledge_keeps(s.item_id)))
$$;
create function house.knowledge_suggestion_kept(suggestion uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_suggestions s where s.id = suggestion and s.outcome is null and house.knowledge_keeps(s.item_id))
$$;
grant execute on function house.knowledge_published_words(text), house.knowledge_on_square(uuid), house.knowledge_suggests(uuid),
  house.knowledge_suggestion_seen(uuid), house.knowledge_suggestion_kept(uuid) to plein_house, plein_worker;

create policy own_or_kept on house.knowledge_suggestions for select to plein_house
  using (person_id = (select house.actor_session()) or house.knowledge_keeps(item_id));
create policy own_suggests on house.knowledge_suggestions for insert to plein_house
  with check (person_id = (select house.actor_session()) and outcome is null and house.knowledge_on_square(item_id));
create policy own_takes_back on house.knowledge_suggestions for update to plein_house
  using (person_id = (select house.actor_session()) and outcome is null) with check (outcome = 'taken-back' and decided_by is null);
create policy stewards_decide on house.knowledge_suggestions for update to plein_house
  using (house.knowledge_keeps(item_id) and outcome is null)
  with check (outcome = 'decided' and decided_by = (select house.actor_session()) and decided_for = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_suggestions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, item_id, base_version, made_at, text_sealed, outcome, decided_at, decided_for, person_id) on house.knowledge_suggestions to plein_house;
grant insert (id, item_id, person_id, base_version, made_at, text_sealed) on house.knowledge_suggestions to plein_house;
grant update (outcome, decided_at, decided_by, decided_for) on house.knowledge_suggestions to plein_house;
grant select, update, delete on house.knowledge_suggestions to plein_worker;

create policy own_or_kept on house.knowledge_suggestion_fields for select to plein_house using (house.knowledge_suggestion_seen(suggestion_id));
create policy own_suggests on house.knowledge_suggestion_fields for insert to plein_house
  with check (decision is null and reason_sealed is null and house.knowledge_suggests(suggestion_id));
create policy stewards_decide on house.knowledge_suggestion_fields for update to plein_house using (house.knowledge_suggestion_kept(suggestion_id));
create policy worker on house.knowledge_suggestion_fields to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_suggestion_fields to plein_house;
grant update (decision, reason_sealed) on house.knowledge_suggestion_fields to plein_house;
grant select, update, delete on house.knowledge_suggestion_fields to plein_worker;
