-- Questionnaires: a document in versions. The newest version is worked on; once a wave takes it, it is fixed and stays as it
-- is for ever: it is what an old answer was an answer to.

create table house.questionnaires_questionnaires (
  id uuid primary key,
  organisation_id uuid not null references house.accounts_organisations,   -- whose it is
  made_by uuid,
  made_at timestamptz not null,
  archived_at timestamptz
);
create index questionnaires_questionnaires_organisation on house.questionnaires_questionnaires (organisation_id);

create table house.questionnaires_versions (
  id uuid primary key,
  questionnaire_id uuid not null references house.questionnaires_questionnaires,
  number integer not null check (number >= 1),
  definition jsonb not null constraint questionnaires_versions_size check (octet_length(definition::text) <= 1000000),
  revision integer not null default 1,             -- how often it was saved: two people at once are told
  made_by uuid,
  made_at timestamptz not null,
  saved_at timestamptz not null,
  hash text check (hash ~ '^[0-9a-f]{64}$'),       -- of the definition, once it is fixed
  meanings jsonb,                                  -- the working definitions of its terms on that day
  fixed_by uuid,
  fixed_at timestamptz,
  constraint questionnaires_versions_number_once unique (questionnaire_id, number),
  constraint questionnaires_versions_fixed_whole check ((fixed_at is null) = (hash is null) and (fixed_at is null) = (meanings is null))
);
create unique index questionnaires_versions_one_open on house.questionnaires_versions (questionnaire_id) where fixed_at is null;

-- What the open version was before each press, to go back to. Gone once it is fixed.
create table house.questionnaires_steps (
  version_id uuid not null references house.questionnaires_versions on delete cascade,
  revision integer not null,
  definition jsonb not null,
  what text not null,                              -- the press that came next
  about text,                                      -- the question or section it was about
  at timestamptz not null,
  primary key (version_id, revision)
);

call house.guard(array['questionnaires_questionnaires', 'questionnaires_versions', 'questionnaires_steps']);

-- Only who made it may be forgotten, when that person is erased.
create function house.questionnaires_guard_fixed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if old.fixed_at is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or to_jsonb(new) - array['made_by', 'fixed_by'] <> to_jsonb(old) - array['made_by', 'fixed_by']
      or (new.made_by is not null and new.made_by is distinct from old.made_by)
      or (new.fixed_by is not null and new.fixed_by is distinct from old.fixed_by) then
    raise exception 'a fixed version stays as it is' using errcode = '23514', constraint = 'questionnaires_versions_fixed_stays';
  end if;
  return new;
end $$;
create trigger guarded before update or delete on house.questionnaires_versions
  for each row execute function house.questionnaires_guard_fixed();

create policy researchers_read on house.questionnaires_questionnaires for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_make on house.questionnaires_questionnaires for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy researchers_archive on house.questionnaires_questionnaires for update to plein_house
  using ((select house.actor_may('researcher'))) with check ((select house.actor_may('researcher')));
create policy worker on house.questionnaires_questionnaires to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.questionnaires_questionnaires to plein_house;
grant update (organisation_id, archived_at) on house.questionnaires_questionnaires to plein_house;
grant select, insert, update, delete on house.questionnaires_questionnaires to plein_worker;

-- Whoever fills one in reads the version that was fixed: it holds nothing of anybody.
create policy everybody_reads_fixed on house.questionnaires_versions for select to plein_house
  using (fixed_at is not null or (select house.actor_may('researcher')));
create policy researchers_make on house.questionnaires_versions for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()) and fixed_at is null);
create policy researchers_change on house.questionnaires_versions for update to plein_house
  using ((select house.actor_may('researcher')) and fixed_at is null) with check ((select house.actor_may('researcher')));
create policy worker on house.questionnaires_versions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.questionnaires_versions to plein_house;
grant update (definition, revision, saved_at, hash, meanings, fixed_by, fixed_at) on house.questionnaires_versions to plein_house;
grant select, insert, update, delete on house.questionnaires_versions to plein_worker;

create policy researchers_read on house.questionnaires_steps for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_keep on house.questionnaires_steps for insert to plein_house with check ((select house.actor_may('researcher')));
create policy researchers_drop on house.questionnaires_steps for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.questionnaires_steps to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.questionnaires_steps to plein_house;
grant select, insert, update, delete on house.questionnaires_steps to plein_worker;
