-- Saying yes, saying no, taking a yes back; and the trigger without which nothing reaches the square.

-- Those whose yes is needed and does not stand: every author; the requester while words of theirs are in the item.
create function house.knowledge_missing_yeses(item uuid) returns integer
  language sql stable security definer set search_path = house, pg_temp as $$
  select count(*)::int from house.knowledge_item_givers g
   where g.item_id = item
     and (g.kind = 'author' or exists (select from house.knowledge_item_parts p where p.item_id = item and p.whose = 'requester'))
     and not exists (select from house.knowledge_item_yeses y
       where y.giver_id = g.id and y.answer = 'yes' and y.withdrawn_at is null and y.text_version = g.text_version)
$$;

create function house.knowledge_guard_move() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof();
begin
  if tg_op = 'UPDATE' and new.shelf_version is not null and new.shelf_version is distinct from old.shelf_version then
    if new.state <> 'published' or old.state <> 'ready' then
      raise exception 'only what is ready is published' using errcode = '23514', constraint = 'knowledge_items_only_ready';
    end if;
    if house.knowledge_missing_yeses(new.id) > 0
       or (new.provenance = 'request' and not exists (select from house.knowledge_item_givers g where g.item_id = new.id and g.kind = 'author'))
       or exists (select from house.knowledge_item_parts q where q.item_id = new.id and q.whose = 'requester'
                  and not exists (select from house.knowledge_item_givers g where g.item_id = new.id and g.kind = 'requester')) then
      raise exception 'not everyone has said yes' using errcode = '23514', constraint = 'knowledge_items_everyone_said_yes';
    end if;
  end if;
  if tg_op = 'INSERT' or new.state <> old.state then
    insert into house.knowledge_item_moves (item_id, from_state, to_state, by_kind, by_person, at)
    values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, coalesce(p.kind, 'nobody'), p.person_id, house.moment());
  end if;
  if tg_op = 'UPDATE' and (new.title_sealed <> old.title_sealed or new.summary_sealed <> old.summary_sealed) then
    update house.knowledge_item_givers g set text_version = null where g.item_id = new.id;
  end if;
  return null;
end $$;
create trigger knowledge_items_guard_move after insert or update on house.knowledge_items for each row execute function house.knowledge_guard_move();

-- Other words need another yes, whoever changes them and by whatever road.
create function house.knowledge_words_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.text_sealed = old.text_sealed and new.position = old.position then return null; end if;
  update house.knowledge_item_givers g set text_version = null where g.item_id = coalesce(new.item_id, old.item_id);
  return null;
end $$;
create trigger knowledge_item_parts_words_changed after insert or update or delete on house.knowledge_item_parts
  for each row execute function house.knowledge_words_changed();

-- Whether the actor is the one who was asked: by the link of the letter, or signed in as that author.
create function house.knowledge_is_asked(yes uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id
    where y.id = yes and (y.id::text = house.actor_link('consent') or g.person_id = house.actor_session()))
$$;

create function house.knowledge_asked(yes uuid)
  returns table (id uuid, item_id uuid, kind text, person_id uuid, lang text, state text, on_square boolean, slug text, title_sealed bytea, summary_sealed bytea,
    same_text boolean, text_version bytea, asked_at timestamptz, answer text, answered_at timestamptz, withdrawn_at timestamptz, shown_as_sealed bytea, consent_id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select y.id, i.id, g.kind, g.person_id, i.lang, i.state, i.shelf_version is not null, i.slug, i.title_sealed, i.summary_sealed,
         y.text_version is not distinct from g.text_version, y.text_version, y.asked_at, y.answer, y.answered_at, y.withdrawn_at, y.shown_as_sealed, y.consent_id
    from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id join house.knowledge_items i on i.id = y.item_id
   where y.id = yes and house.knowledge_is_asked(yes)
$$;
-- Only the words that are theirs.
create function house.knowledge_asked_parts(yes uuid) returns table (key text, "position" integer, text_sealed bytea)
  language sql stable security definer set search_path = house, pg_temp as $$
  select p.key, p.position, p.text_sealed
    from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id join house.knowledge_item_parts p on p.item_id = y.item_id
   where y.id = yes and house.knowledge_is_asked(yes)
     and p.whose = g.kind and (p.author_id is null or p.author_id = g.person_id)
   order by p.position
$$;
create function house.knowledge_asked_of_me() returns table (id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select distinct on (g.id) y.id from house.knowledge_item_yeses y join house.knowledge_item_givers g on g.id = y.giver_id
   where g.person_id = house.actor_session() order by g.id, y.asked_at desc, y.id
$$;

-- Answers. A yes counts for exactly the words that were shown: 'changed' when they are others by now.
create function house.knowledge_answer(yes uuid, says text, shown bytea, consent uuid, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare asked house.knowledge_item_yeses; giver house.knowledge_item_givers; item house.knowledge_items;
begin
  if not house.knowledge_is_asked(yes) then return 'unknown'; end if;
  select y.* into asked from house.knowledge_item_yeses y where y.id = yes;
  select i.* into item from house.knowledge_items i where i.id = asked.item_id for update;
  select g.* into giver from house.knowledge_item_givers g where g.id = asked.giver_id for update;
  select y.* into asked from house.knowledge_item_yeses y where y.id = yes for update;
  if item.state = 'withdrawn' or asked.withdrawn_at is not null then return 'ended'; end if;
  if asked.text_version is distinct from giver.text_version then return 'changed'; end if;
  if asked.answer is not distinct from says then return 'already'; end if;
  if asked.answer = 'yes' then return 'already'; end if;
  update house.knowledge_item_yeses y set answer = says, answered_at = moment, shown_as_sealed = case when says = 'yes' then shown end,
    consent_id = case when says = 'yes' then consent end where y.id = yes;
  if item.state = 'waiting-for-consent' and house.knowledge_missing_yeses(item.id) = 0 then
    update house.knowledge_items i set state = 'ready', state_since = moment where i.id = item.id;
    return 'complete';
  end if;
  return 'noted';
end $$;

-- Taking a yes back. Returns the item when it stood on the square: the caller takes it down in the same transaction.
create function house.knowledge_take_back(yes uuid, moment timestamptz) returns uuid
  language plpgsql security definer set search_path = house, pg_temp as $$
declare asked house.knowledge_item_yeses; item house.knowledge_items; n int;
begin
  if not (house.knowledge_is_asked(yes) or house.actor_works()) then return null; end if;
  select y.* into asked from house.knowledge_item_yeses y where y.id = yes;
  select i.* into item from house.knowledge_items i where i.id = asked.item_id for update;
  update house.knowledge_item_yeses y set withdrawn_at = moment where y.giver_id = asked.giver_id and y.answer = 'yes' and y.withdrawn_at is null;
  get diagnostics n = row_count;
  if n = 0 then return null; end if;
  if item.shelf_version is not null then
    update house.knowledge_items i set state = 'withdrawn', state_since = moment, shelf_version = null where i.id = item.id;
    return item.id;
  end if;
  if item.state = 'ready' then
    update house.knowledge_items i set state = 'waiting-for-consent', state_since = moment where i.id = item.id;
  end if;
  return null;
end $$;

-- Whether a path word is free; asked by an editor who may not see the items of others.
create function house.knowledge_slug_free(wanted text) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select not exists (select from house.knowledge_items i where i.slug = wanted)
$$;

grant execute on function house.knowledge_slug_free(text), house.knowledge_missing_yeses(uuid), house.knowledge_is_asked(uuid), house.knowledge_asked(uuid), house.knowledge_asked_parts(uuid),
  house.knowledge_asked_of_me(), house.knowledge_answer(uuid, text, bytea, uuid, timestamptz), house.knowledge_take_back(uuid, timestamptz)
  to plein_house, plein_worker;

-- A requester has no account: the link of the letter is how the yes in the ledger is found again to be taken back.
create policy consent_link_reads on house.accounts_consents for select to plein_house using (subject = (select house.actor_link('consent')));
