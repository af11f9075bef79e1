-- What is left of a poll of before: a number of organisations, or between which two it lay, and percentages as they were printed.
create table house.surveys_old_polls (
  id uuid primary key,
  title text not null constraint surveys_old_polls_title check (length(title) between 3 and 160),
  year integer not null check (year between 1900 and 2100),
  source text not null check (length(source) between 1 and 500),
  least integer not null check (least >= 1),
  most integer not null check (most <= 100000),
  population integer check (population >= 1),
  complete boolean not null,                        -- each organisation gave one of these answers, and all are listed
  decimals integer not null check (decimals between 0 and 2),
  answers jsonb not null check (jsonb_typeof(answers) = 'array'),   -- [{ "label", "percentage" }], as printed
  made_by uuid,
  made_at timestamptz not null,
  constraint surveys_old_polls_range check (least <= most and most - least < 2000)
);
call house.guard(array['surveys_old_polls']);
create policy researchers_read on house.surveys_old_polls for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_add on house.surveys_old_polls for insert to plein_house
  with check ((select house.actor_may('researcher')) and made_by = (select house.actor_session()));
create policy researchers_drop on house.surveys_old_polls for delete to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_old_polls to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_old_polls to plein_house;
grant select, insert, update, delete on house.surveys_old_polls to plein_worker;
