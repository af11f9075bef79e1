-- Who brings in ten thousand records waits for what is done at each. A text that nobody was asked about yet has no answers to set
-- aside, and a draft asks no steward: both are seen by one question whose plan is kept, before anything else is planned.

create or replace function house.knowledge_set_answers_aside(item uuid) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if not exists (select from house.knowledge_approvals a where a.item_id = item and a.version is not null) then
    return;
  end if;
  delete from house.knowledge_approvals a where a.item_id = item and a.version is not null and a.answer is null;
  update house.knowledge_approvals a set set_aside_at = house.moment() where a.item_id = item and a.version is not null and a.set_aside_at is null;
end $$;

create or replace function house.knowledge_steward_is_asked() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.accepted_at is not null
     and exists (select from house.knowledge_items i where i.id = new.item_id and i.state = 'ready' and i.rule <> 'any') then
    perform house.knowledge_ask_stewards(new.item_id, house.moment());
  end if;
  return null;
end $$;
