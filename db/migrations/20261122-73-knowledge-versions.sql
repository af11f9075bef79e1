-- Versions that can be read, compared and put back. A version that was put back says which one it was.
alter table house.knowledge_item_revisions
  add column restored_from integer,
  add constraint knowledge_item_revisions_restored_earlier check (restored_from is null or restored_from < version);

-- Who takes a yes back, takes their words back: no earlier version of the item holds them any more.
create function house.knowledge_forget_versions() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  update house.knowledge_item_revisions r set text_sealed = null where r.item_id = new.item_id and r.text_sealed is not null;
  return null;
end $$;
create trigger knowledge_item_yeses_forget_versions after update of withdrawn_at on house.knowledge_item_yeses
  for each row when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function house.knowledge_forget_versions();
