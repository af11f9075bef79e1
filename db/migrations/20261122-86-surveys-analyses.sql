-- What an analysis of a wave found. It is kept with the hash of what it looked at and the version of the program, so that
-- anybody can reckon it again and hold the outcome against it. A result holds only what may be published.
create table house.surveys_analyses (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves on delete cascade,
  state text not null check (state in ('asked', 'running', 'found', 'failed')),
  step text check (step in ('reading', 'weighing', 'tables', 'comparing', 'writing')),
  done integer not null default 0 check (done >= 0),
  steps integer not null default 0 check (steps >= done),
  failure text check (failure in ('too-slow', 'too-large', 'broken', 'not-cleaned', 'no-plan')),
  version text,                                     -- of the analysis
  input_hash text check (input_hash ~ '^[0-9a-f]{64}$'),
  result jsonb,
  asked_by uuid,                                    -- null: nobody; cleaning the wave asked for it, or the person was erased
  asked_at timestamptz not null,
  ended_at timestamptz,
  constraint surveys_analyses_found_whole check ((state = 'found') = (result is not null) and (result is null or (version is not null and input_hash is not null))),
  constraint surveys_analyses_failed_says_why check ((state = 'failed') = (failure is not null)),
  constraint surveys_analyses_ended check ((state in ('found', 'failed')) = (ended_at is not null))
);
create unique index surveys_analyses_one_at_a_time on house.surveys_analyses (wave_id) where state in ('asked', 'running');
create index surveys_analyses_wave on house.surveys_analyses (wave_id, asked_at);

call house.guard(array['surveys_analyses']);
create policy researchers_read on house.surveys_analyses for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_ask on house.surveys_analyses for insert to plein_house
  with check ((select house.actor_may('researcher')) and state = 'asked' and asked_by = (select house.actor_session()));
create policy worker on house.surveys_analyses to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_analyses to plein_house;
grant select, insert, update, delete on house.surveys_analyses to plein_worker;
