-- Deciding together about an item: its rule says how many of its stewards must agree with a version before it is published.
-- Answers belong to a version; other words set them aside. The rule itself changes with the stricter of the old and the new.

alter table house.knowledge_items
  add column rule text not null default 'any' check (rule in ('any', 'two', 'all')),
  add column silence_days integer,                -- after so many days no answer is a yes; null: never
  add constraint knowledge_items_silence_term check (silence_days between 7 and 90);

create table house.knowledge_rule_changes (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  rule text not null check (rule in ('any', 'two', 'all')),
  silence_days integer check (silence_days between 7 and 90),
  organisation_id uuid not null references house.accounts_organisations,
  proposed_by uuid,                               -- null: erased, or from the command line
  proposed_at timestamptz not null,
  reason_sealed bytea not null,
  outcome text check (outcome in ('agreed', 'refused', 'replaced')),
  decided_at timestamptz,
  constraint knowledge_rule_changes_dated check ((outcome is null) = (decided_at is null))
);
create unique index knowledge_rule_changes_one_open on house.knowledge_rule_changes (item_id) where outcome is null;
create index knowledge_rule_changes_item on house.knowledge_rule_changes (item_id, proposed_at);

-- What a steward is asked and answers: about a version of the text, or about a change of the rule.
create table house.knowledge_approvals (
  id uuid primary key,
  item_id uuid not null references house.knowledge_items on delete cascade,
  version integer,
  rule_change_id uuid references house.knowledge_rule_changes on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  asked_at timestamptz not null,
  told_at timestamptz,                            -- when a letter first said so
  answer text check (answer in ('yes', 'no')),
  how text check (how in ('answer', 'link', 'press', 'silence')),
  by_person uuid,                                 -- null: silence, erased, or from the command line
  answered_at timestamptz,
  reason_sealed bytea,
  set_aside_at timestamptz,                       -- the words changed, or the organisation answered anew: kept, and counted no more
  constraint knowledge_approvals_one_subject check ((version is null) <> (rule_change_id is null)),
  constraint knowledge_approvals_dated check ((answer is null) = (answered_at is null) and (answer is null) = (how is null)),
  constraint knowledge_approvals_say_why check (answer is null or how in ('press', 'silence') or reason_sealed is not null),
  constraint knowledge_approvals_silence_agrees check (how <> 'silence' or (answer = 'yes' and by_person is null and version is not null))
);
create unique index knowledge_approvals_one_per_version on house.knowledge_approvals (item_id, version, organisation_id)
  where set_aside_at is null and version is not null;
create unique index knowledge_approvals_one_per_change on house.knowledge_approvals (rule_change_id, organisation_id)
  where set_aside_at is null and rule_change_id is not null;
create index knowledge_approvals_item on house.knowledge_approvals (item_id, asked_at);
create index knowledge_approvals_waiting on house.knowledge_approvals (organisation_id) where answer is null and set_aside_at is null;

-- A letter to the editors of one steward with everything that waits for it: at most one a day.
create table house.knowledge_deciding_letters (
  id uuid primary key,
  organisation_id uuid not null references house.accounts_organisations,
  day date not null,
  made_at timestamptz not null,
  constraint knowledge_deciding_letters_daily unique (organisation_id, day)
);

call house.guard(array['knowledge_rule_changes', 'knowledge_approvals', 'knowledge_deciding_letters']);

-- Kept by people in their own time: their silence says nothing.
create function house.knowledge_volunteer_run(kind text) returns boolean language sql immutable as $$
  select kind in ('clientOrganisation', 'relativesOrganisation', 'selfDirectionInitiative', 'expertsOrganisation', 'advisoryCouncil')
$$;

-- The stewards that can answer: those that take part still and have an editor.
create function house.knowledge_deciders(item uuid) returns setof uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select s.organisation_id from house.knowledge_item_stewards s join house.accounts_organisations o on o.id = s.organisation_id
   where s.item_id = item and s.accepted_at is not null and o.left_at is null
     and exists (select from house.accounts_memberships m where m.organisation_id = o.id and m.role = 'editor' and m.until is null)
$$;

-- How many of so many stewards a rule asks for. With one steward every rule asks for that one.
create function house.knowledge_yeses_needed(asked_rule text, deciders integer) returns integer language sql immutable as $$
  select case asked_rule when 'all' then deciders when 'two' then least(2, deciders) else least(1, deciders) end
$$;
create function house.knowledge_stricter(one text, other text) returns text language sql immutable as $$
  select case when 'all' in (one, other) then 'all' when 'two' in (one, other) then 'two' else 'any' end
$$;

-- Whether the version as it is now may be published. Under 'any' the press of one steward is enough; a no stops it under every rule.
create function house.knowledge_agreed(item uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select not exists (select from house.knowledge_approvals a where a.item_id = i.id and a.version = i.version and a.set_aside_at is null
                        and a.answer = 'no' and a.organisation_id in (select house.knowledge_deciders(i.id)))
     and (i.rule = 'any' or
          (select count(*) from house.knowledge_approvals a where a.item_id = i.id and a.version = i.version and a.set_aside_at is null
              and a.answer = 'yes' and a.organisation_id in (select house.knowledge_deciders(i.id)))
          >= house.knowledge_yeses_needed(i.rule, (select count(*)::int from house.knowledge_deciders(i.id))))
    from house.knowledge_items i where i.id = item
$$;
create function house.knowledge_rule_agreed(change uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select (select count(*) from house.knowledge_approvals a where a.rule_change_id = c.id and a.set_aside_at is null and a.answer = 'yes'
             and a.organisation_id in (select house.knowledge_deciders(c.item_id)))
         >= house.knowledge_yeses_needed(house.knowledge_stricter(i.rule, c.rule), (select count(*)::int from house.knowledge_deciders(c.item_id)))
    from house.knowledge_rule_changes c join house.knowledge_items i on i.id = c.item_id where c.id = change
$$;

-- Asks every steward about the version that is ready, when more than one of them is needed.
create function house.knowledge_ask_stewards(item uuid, moment timestamptz) returns void
  language sql security definer set search_path = house, pg_temp as $$
  insert into house.knowledge_approvals (id, item_id, version, organisation_id, asked_at)
  select gen_random_uuid(), i.id, i.version, d.id, moment
    from house.knowledge_items i, house.knowledge_deciders(i.id) d(id)
   where i.id = item and i.state = 'ready' and i.rule <> 'any' and (select count(*) from house.knowledge_deciders(i.id)) > 1
  on conflict (item_id, version, organisation_id) where set_aside_at is null and version is not null do nothing
$$;

-- Nothing reaches the square without what the rule asks, and the rule changes only as the stewards agreed, by whatever road.
create function house.knowledge_guard_agreement() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.shelf_version is not null and new.shelf_version is distinct from old.shelf_version then
    if new.shelf_version <> new.version or not house.knowledge_agreed(new.id) then
      raise exception 'the stewards have not agreed' using errcode = '23514', constraint = 'knowledge_items_stewards_agreed';
    end if;
  end if;
  return null;
end $$;
create trigger knowledge_items_guard_agreement after update on house.knowledge_items for each row execute function house.knowledge_guard_agreement();

create function house.knowledge_guard_rule() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if (new.rule, new.silence_days) is distinct from (old.rule, old.silence_days)
     and not exists (select from house.knowledge_rule_changes c where c.item_id = new.id and c.outcome is null and c.rule = new.rule
                        and c.silence_days is not distinct from new.silence_days and house.knowledge_rule_agreed(c.id)) then
    raise exception 'the stewards have not agreed on this rule' using errcode = '23514', constraint = 'knowledge_items_rule_agreed';
  end if;
  return new;
end $$;
create trigger knowledge_items_guard_rule before update of rule, silence_days on house.knowledge_items
  for each row execute function house.knowledge_guard_rule();

-- Silence is a yes only where the rule of the item says so, after its term, and never of those who run on volunteers.
create function house.knowledge_guard_silence() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.how = 'silence' and (tg_op = 'INSERT' or old.how is distinct from 'silence')
     and not exists (select from house.knowledge_items i join house.accounts_organisations o on o.id = new.organisation_id
       where i.id = new.item_id and i.version = new.version and i.silence_days is not null
         and new.asked_at + make_interval(days => i.silence_days) <= new.answered_at and new.answered_at <= house.moment() + interval '1 minute'
         and not house.knowledge_volunteer_run(o.type)) then
    raise exception 'silence does not count here' using errcode = '23514', constraint = 'knowledge_approvals_silence_counts';
  end if;
  return new;
end $$;
create trigger knowledge_approvals_guard_silence before insert or update on house.knowledge_approvals
  for each row execute function house.knowledge_guard_silence();

-- Other words set answers aside. What nobody answered yet is not kept: it is asked anew when the item is ready again.
create function house.knowledge_set_answers_aside(item uuid) returns void
  language sql security definer set search_path = house, pg_temp as $$
  delete from house.knowledge_approvals a where a.item_id = item and a.version is not null and a.answer is null;
  update house.knowledge_approvals a set set_aside_at = house.moment() where a.item_id = item and a.version is not null and a.set_aside_at is null
$$;
create function house.knowledge_item_decides_anew() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (new.version, new.title_sealed, new.summary_sealed, new.details_sealed, new.source_sealed, new.type, new.lang)
     is distinct from (old.version, old.title_sealed, old.summary_sealed, old.details_sealed, old.source_sealed, old.type, old.lang) then
    perform house.knowledge_set_answers_aside(new.id);
  end if;
  if new.state = 'ready' and (tg_op = 'INSERT' or old.state <> 'ready' or old.rule <> new.rule) then
    perform house.knowledge_ask_stewards(new.id, case when tg_op = 'INSERT' or old.state <> 'ready' then new.state_since else house.moment() end);
  end if;
  if tg_op = 'UPDATE' and ((new.state in ('published', 'withdrawn') and old.state <> new.state) or (new.rule = 'any' and old.rule <> 'any')) then
    delete from house.knowledge_approvals a where a.item_id = new.id and a.version is not null and a.answer is null;
  end if;
  return null;
end $$;
create trigger knowledge_items_decide_anew after insert or update on house.knowledge_items
  for each row execute function house.knowledge_item_decides_anew();
create function house.knowledge_part_decides_anew() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.text_sealed = old.text_sealed and new.position = old.position then return null; end if;
  perform house.knowledge_set_answers_aside(coalesce(new.item_id, old.item_id));
  return null;
end $$;
create trigger knowledge_item_parts_decide_anew after insert or update or delete on house.knowledge_item_parts
  for each row execute function house.knowledge_part_decides_anew();
-- Who becomes a steward meanwhile is asked as well.
create function house.knowledge_steward_is_asked() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.accepted_at is not null then
    perform house.knowledge_ask_stewards(new.item_id, house.moment());
  end if;
  return null;
end $$;
create trigger knowledge_item_stewards_asked after insert or update on house.knowledge_item_stewards
  for each row execute function house.knowledge_steward_is_asked();

-- The organisations for which the actor speaks: signed in as an editor, or by the link of a letter while they edit still.
create function house.knowledge_decides_for() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(house.knowledge_edited(), '{}') || array(
    select l.organisation_id from house.knowledge_deciding_letters l
     where l.id::text = house.actor_link('deciding')
       and exists (select from house.accounts_memberships m where m.organisation_id = l.organisation_id and m.person_id = house.actor_person()
                   and m.role = 'editor' and m.until is null))
$$;

-- What the actor's organisations are asked now, and what they said of it.
create function house.knowledge_asked_of_us()
  returns table (id uuid, item_id uuid, version integer, rule_change_id uuid, organisation_id uuid, asked_at timestamptz, answer text, answered_at timestamptz,
    lang text, type text, title_sealed bytea, summary_sealed bytea, rule text, silence_days integer, new_rule text, new_silence_days integer,
    change_reason_sealed bytea, proposer text)
  language sql stable security definer set search_path = house, pg_temp as $$
  select a.id, i.id, a.version, a.rule_change_id, a.organisation_id, a.asked_at, a.answer, a.answered_at,
         i.lang, i.type, i.title_sealed, i.summary_sealed, i.rule, i.silence_days, c.rule, c.silence_days, c.reason_sealed, o.name
    from house.knowledge_approvals a
    join house.knowledge_items i on i.id = a.item_id
    join house.knowledge_item_stewards s on s.item_id = i.id and s.organisation_id = a.organisation_id and s.accepted_at is not null
    left join house.knowledge_rule_changes c on c.id = a.rule_change_id
    left join house.accounts_organisations o on o.id = c.organisation_id
   where a.organisation_id = any (house.knowledge_decides_for()) and a.set_aside_at is null
     and ((a.version = i.version and i.state = 'ready') or (c.id is not null and c.outcome is null))
   order by a.asked_at, a.id
$$;
create function house.knowledge_asked_words(ask uuid) returns table (key text, "position" integer, text_sealed bytea)
  language sql stable security definer set search_path = house, pg_temp as $$
  select p.key, p.position, p.text_sealed from house.knowledge_asked_of_us() a join house.knowledge_item_parts p on p.item_id = a.item_id
   where a.id = ask and a.version is not null order by p.position
$$;
-- What the other stewards said of the same.
create function house.knowledge_said_by_others(ask uuid) returns table (organisation text, answer text, how text, answered_at timestamptz, reason_sealed bytea)
  language sql stable security definer set search_path = house, pg_temp as $$
  select o.name, b.answer, b.how, b.answered_at, b.reason_sealed
    from house.knowledge_asked_of_us() a
    join house.knowledge_approvals b on b.item_id = a.item_id and b.organisation_id <> a.organisation_id and b.set_aside_at is null and b.answer is not null
     and (b.version = a.version or b.rule_change_id = a.rule_change_id)
    join house.accounts_organisations o on o.id = b.organisation_id
   where a.id = ask order by b.answered_at, o.name
$$;

-- A change of the rule on which enough stewards agree becomes the rule.
create function house.knowledge_settle_rule(change uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare c house.knowledge_rule_changes;
begin
  select q.* into c from house.knowledge_rule_changes q where q.id = change and q.outcome is null;
  if c.id is null or not house.knowledge_rule_agreed(change) then return false; end if;
  update house.knowledge_items i set rule = c.rule, silence_days = c.silence_days where i.id = c.item_id;
  update house.knowledge_rule_changes q set outcome = 'agreed', decided_at = moment where q.id = change;
  delete from house.knowledge_approvals a where a.rule_change_id = change and a.answer is null;
  return true;
end $$;

-- An editor answers for an organisation, signed in or by the link of a letter. An earlier answer stays to be read.
create function house.knowledge_answer_ask(ask uuid, says text, why bytea, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare a house.knowledge_approvals; item uuid;
begin
  select q.item_id into item from house.knowledge_approvals q where q.id = ask;
  perform from house.knowledge_items i where i.id = item for update;
  if not exists (select from house.knowledge_asked_of_us() q where q.id = ask) then return 'unknown'; end if;
  select q.* into a from house.knowledge_approvals q where q.id = ask for update;
  if a.answer is not null then
    insert into house.knowledge_approvals (id, item_id, version, rule_change_id, organisation_id, asked_at, told_at, answer, how, by_person, answered_at, reason_sealed, set_aside_at)
    values (gen_random_uuid(), a.item_id, a.version, a.rule_change_id, a.organisation_id, a.asked_at, a.told_at, a.answer,
            a.how, a.by_person, a.answered_at, a.reason_sealed, moment);
  end if;
  update house.knowledge_approvals q set answer = says, how = case when house.actor_session() is null then 'link' else 'answer' end,
    by_person = house.actor_person(), answered_at = moment, reason_sealed = why where q.id = ask;
  if a.rule_change_id is null then return 'noted'; end if;
  if says = 'no' then
    update house.knowledge_rule_changes c set outcome = 'refused', decided_at = moment where c.id = a.rule_change_id;
    delete from house.knowledge_approvals q where q.rule_change_id = a.rule_change_id and q.answer is null;
    return 'refused';
  end if;
  return case when house.knowledge_settle_rule(a.rule_change_id, moment) then 'settled' else 'noted' end;
end $$;

-- Who presses to publish says yes for an organisation of theirs. A no that stands is not undone by a press.
create function house.knowledge_press_yes(item uuid, organisation uuid, moment timestamptz) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
declare i house.knowledge_items;
begin
  select q.* into i from house.knowledge_items q where q.id = item for update;
  if i.state is distinct from 'ready' or not organisation = any (house.knowledge_edited())
     or not exists (select from house.knowledge_item_stewards s where s.item_id = item and s.organisation_id = organisation and s.accepted_at is not null) then
    return;
  end if;
  insert into house.knowledge_approvals (id, item_id, version, organisation_id, asked_at, answer, how, by_person, answered_at)
  values (gen_random_uuid(), item, i.version, organisation, moment, 'yes', 'press', house.actor_session(), moment)
  on conflict (item_id, version, organisation_id) where set_aside_at is null and version is not null
  do update set answer = 'yes', how = 'press', by_person = excluded.by_person, answered_at = excluded.answered_at
   where house.knowledge_approvals.answer is null;
end $$;

-- A steward proposes another rule: its own yes is in it, the others are asked; an older proposal that waits is replaced.
create function house.knowledge_propose_rule(change uuid, item uuid, organisation uuid, wanted text, days integer, why bytea, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare i house.knowledge_items;
begin
  select q.* into i from house.knowledge_items q where q.id = item for update;
  if i.id is null or not organisation = any (house.knowledge_edited()) or not organisation in (select house.knowledge_deciders(item)) then return 'unknown'; end if;
  if i.rule = wanted and i.silence_days is not distinct from days then return 'same'; end if;
  delete from house.knowledge_approvals a using house.knowledge_rule_changes c
   where c.id = a.rule_change_id and c.item_id = item and c.outcome is null and a.answer is null;
  update house.knowledge_rule_changes c set outcome = 'replaced', decided_at = moment where c.item_id = item and c.outcome is null;
  insert into house.knowledge_rule_changes (id, item_id, rule, silence_days, organisation_id, proposed_by, proposed_at, reason_sealed)
  values (change, item, wanted, days, organisation, house.actor_session(), moment, why);
  insert into house.knowledge_approvals (id, item_id, rule_change_id, organisation_id, asked_at, answer, how, by_person, answered_at, reason_sealed)
  select gen_random_uuid(), item, change, d.id, moment, case when d.id = organisation then 'yes' end, case when d.id = organisation then 'answer' end,
         case when d.id = organisation then house.actor_session() end, case when d.id = organisation then moment end, case when d.id = organisation then why end
    from house.knowledge_deciders(item) d(id);
  return case when house.knowledge_settle_rule(change, moment) then 'settled' else 'asked' end;
end $$;

grant execute on function house.knowledge_volunteer_run(text), house.knowledge_deciders(uuid), house.knowledge_agreed(uuid), house.knowledge_decides_for(),
  house.knowledge_asked_of_us(), house.knowledge_asked_words(uuid), house.knowledge_said_by_others(uuid),
  house.knowledge_answer_ask(uuid, text, bytea, timestamptz), house.knowledge_press_yes(uuid, uuid, timestamptz),
  house.knowledge_propose_rule(uuid, uuid, uuid, text, integer, bytea, timestamptz) to plein_house, plein_worker;

-- Those who keep an item read all of it; writing goes through the functions above, and silence through the worker.
create policy stewards_read on house.knowledge_rule_changes for select to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_rule_changes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_rule_changes to plein_house;
grant select, update, delete on house.knowledge_rule_changes to plein_worker;

create policy stewards_read on house.knowledge_approvals for select to plein_house using (house.knowledge_keeps(item_id));
create policy worker on house.knowledge_approvals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.knowledge_approvals to plein_house;
grant select, update, delete on house.knowledge_approvals to plein_worker;

create policy worker on house.knowledge_deciding_letters to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.knowledge_deciding_letters to plein_worker;
