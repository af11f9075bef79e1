-- All questions of a fixed version as PDF, made by the worker where there is a Chromium. A version never changes once it is
-- fixed, and neither does its print; whoever may read the one may read the other.

create table house.questionnaires_prints (
  version_id uuid not null references house.questionnaires_versions on delete cascade,
  lang text not null check (lang in ('nl', 'en')),
  content bytea not null,
  made_at timestamptz not null,
  primary key (version_id, lang)
);

call house.guard(array['questionnaires_prints']);

create policy everybody_reads on house.questionnaires_prints for select to plein_house using (true);
create policy worker on house.questionnaires_prints to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.questionnaires_prints to plein_house;
grant select, insert, update, delete on house.questionnaires_prints to plein_worker;
