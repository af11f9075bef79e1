-- A sheet holds the answers of one organisation to one version of a questionnaire. It knows no name: whoever holds its link
-- fills it in, and everything that was typed is sealed under a key of its own. Once sent it stays as it is.

create table house.questionnaires_sheets (
  id uuid primary key,
  version_id uuid not null references house.questionnaires_versions,
  made_at timestamptz not null,
  saved_at timestamptz,                           -- null: nothing was filled in yet
  sent_at timestamptz,
  keep_until timestamptz,                         -- when a draft goes; null: it may still be sent
  constraint questionnaires_sheets_sent_after_making check (sent_at >= made_at)
);
create index questionnaires_sheets_version on house.questionnaires_sheets (version_id);
create index questionnaires_sheets_drafts on house.questionnaires_sheets (keep_until) where sent_at is null;

create table house.questionnaires_answers (
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  question text not null constraint questionnaires_answers_question check (length(question) between 1 and 100),
  sealed bytea not null constraint questionnaires_answers_size check (length(sealed) <= 60000),
  saved_at timestamptz not null,
  part_id uuid,                                   -- the section that was handed to a colleague; null: the sheet's own link
  primary key (sheet_id, question)
);
call house.guard(array['questionnaires_sheets', 'questionnaires_answers']);

-- Also for somebody who bypasses the pages: what was sent stays what was sent, until it is forgotten as a whole.
create function house.questionnaires_guard_sent() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if exists (select from house.questionnaires_sheets s where s.id = coalesce(new.sheet_id, old.sheet_id) and s.sent_at is not null) then
    raise exception 'this sheet was sent' using errcode = '23514', constraint = 'questionnaires_answers_sent';
  end if;
  return coalesce(new, old);
end $$;
create trigger guarded before insert or update or delete on house.questionnaires_answers
  for each row execute function house.questionnaires_guard_sent();
create function house.questionnaires_guard_sheet() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if old.sent_at is not null and new.sent_at is distinct from old.sent_at then
    raise exception 'this sheet was sent' using errcode = '23514', constraint = 'questionnaires_answers_sent';
  end if;
  return new;
end $$;
create trigger guarded before update on house.questionnaires_sheets
  for each row execute function house.questionnaires_guard_sheet();

create policy by_link on house.questionnaires_sheets for select to plein_house
  using (id::text in ((select house.actor_link('sheet')), (select house.actor_link('sheet-copy'))));
create policy by_link_saves on house.questionnaires_sheets for update to plein_house
  using (id::text = (select house.actor_link('sheet'))) with check (id::text = (select house.actor_link('sheet')));
create policy worker on house.questionnaires_sheets to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.questionnaires_sheets to plein_house;
grant update (saved_at, sent_at) on house.questionnaires_sheets to plein_house;
grant select, insert, update, delete on house.questionnaires_sheets to plein_worker;

create policy by_link on house.questionnaires_answers for select to plein_house
  using (sheet_id::text in ((select house.actor_link('sheet')), (select house.actor_link('sheet-copy'))));
create policy by_link_saves on house.questionnaires_answers for insert to plein_house
  with check (sheet_id::text = (select house.actor_link('sheet')));
create policy by_link_changes on house.questionnaires_answers for update to plein_house
  using (sheet_id::text = (select house.actor_link('sheet'))) with check (sheet_id::text = (select house.actor_link('sheet')));
create policy by_link_drops on house.questionnaires_answers for delete to plein_house
  using (sheet_id::text = (select house.actor_link('sheet')));
create policy worker on house.questionnaires_answers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.questionnaires_answers to plein_house;
grant update (sealed, saved_at, part_id) on house.questionnaires_answers to plein_house;
grant select, insert, update, delete on house.questionnaires_answers to plein_worker;
