-- What is let out of a poll: a document that one researcher proposes and another one lets out. It holds what was audited and
-- nothing else, and readers get the very same document; so it is never changed, only followed by another one or taken back.

create table house.surveys_releases (
  id uuid primary key,
  series text not null check (series ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(series) <= 60),
  wave text not null check (wave ~ '^[12][0-9]{3}(-[2-9])?$'),
  wave_id uuid references house.surveys_waves,      -- null: made from an old poll, of which no answers are left
  number integer not null check (number >= 1),
  document jsonb not null constraint surveys_releases_size check (octet_length(document::text) <= 8000000),
  reason text not null constraint surveys_releases_reason check (length(reason) between 1 and 1000),
  proposed_by uuid,                                 -- null: erased
  proposed_at timestamptz not null,
  outcome text check (outcome in ('released', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) between 1 and 1000),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 1000),
  constraint surveys_releases_number_once unique (series, wave, number),
  constraint surveys_releases_by_another check (outcome is null or decided_by <> proposed_by),
  constraint surveys_releases_dated check ((outcome is null) = (decided_at is null)),
  constraint surveys_releases_refused_says_why check (outcome is distinct from 'refused' or decision_reason is not null),
  constraint surveys_releases_withdrawn_was_out check (withdrawn_at is null or (outcome = 'released' and withdrawal_reason is not null))
);
create unique index surveys_releases_one_waiting on house.surveys_releases (series, wave) where outcome is null;
create index surveys_releases_wave_id on house.surveys_releases (wave_id);

-- The files that go with it, made from the same document.
create table house.surveys_release_files (
  release_id uuid not null references house.surveys_releases on delete cascade,
  position integer not null,
  name text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  type text not null,
  content bytea not null,
  primary key (release_id, name)
);

call house.guard(array['surveys_releases', 'surveys_release_files']);

-- A document stays as it was proposed, a decision as it was taken. Only who did it may be forgotten.
create function house.surveys_guard_release() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if to_jsonb(new) - array['proposed_by', 'outcome', 'decided_by', 'decided_at', 'decision_reason', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason']
       <> to_jsonb(old) - array['proposed_by', 'outcome', 'decided_by', 'decided_at', 'decision_reason', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason']
     or (new.proposed_by is not null and new.proposed_by is distinct from old.proposed_by)
     or (old.outcome is not null and ((new.outcome, new.decided_at, new.decision_reason) is distinct from (old.outcome, old.decided_at, old.decision_reason)
           or (new.decided_by is not null and new.decided_by is distinct from old.decided_by)))
     or (old.withdrawn_at is not null and ((new.withdrawn_at, new.withdrawal_reason) is distinct from (old.withdrawn_at, old.withdrawal_reason)
           or (new.withdrawn_by is not null and new.withdrawn_by is distinct from old.withdrawn_by))) then
    raise exception 'what was decided stays' using errcode = '23514', constraint = 'surveys_releases_stays';
  end if;
  return new;
end $$;
create trigger guarded before update on house.surveys_releases for each row execute function house.surveys_guard_release();

create policy researchers_read on house.surveys_releases for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_propose on house.surveys_releases for insert to plein_house
  with check ((select house.actor_may('researcher')) and proposed_by = (select house.actor_session()) and outcome is null and withdrawn_at is null);
create policy another_decides on house.surveys_releases for update to plein_house
  using ((select house.actor_may('researcher')) and outcome is null)
  with check ((select house.actor_may('researcher')) and decided_by = (select house.actor_session()) and withdrawn_at is null);
create policy researchers_withdraw on house.surveys_releases for update to plein_house
  using ((select house.actor_may('researcher')) and outcome = 'released' and withdrawn_at is null)
  with check ((select house.actor_may('researcher')) and withdrawn_by = (select house.actor_session()));
create policy worker on house.surveys_releases to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.surveys_releases to plein_house;
grant insert (id, series, wave, wave_id, number, document, reason, proposed_by, proposed_at) on house.surveys_releases to plein_house;
grant update (outcome, decided_by, decided_at, decision_reason, withdrawn_by, withdrawn_at, withdrawal_reason) on house.surveys_releases to plein_house;
grant select, insert, update on house.surveys_releases to plein_worker;

create policy researchers_read on house.surveys_release_files for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_propose on house.surveys_release_files for insert to plein_house
  with check ((select house.actor_may('researcher')) and exists (select from house.surveys_releases r
    where r.id = release_id and r.outcome is null and r.proposed_by = (select house.actor_session())));
create policy worker on house.surveys_release_files to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_release_files to plein_house;
grant select, insert on house.surveys_release_files to plein_worker;

-- What everybody may read: the newest release of each wave.
create table square.poll_releases (
  id uuid primary key,
  series text not null,
  wave text not null,
  number integer not null,
  document jsonb not null,
  versions jsonb not null,                          -- [{ "number", "at", "reason" }], newest first
  released_at timestamptz not null,
  constraint poll_releases_once unique (series, wave)
);
create table square.poll_files (
  release_id uuid not null references square.poll_releases on delete cascade,
  position integer not null,
  name text not null,
  type text not null,
  content bytea not null,
  sha256 text not null,
  primary key (release_id, name)
);
grant select on square.poll_releases, square.poll_files to plein_square;
grant select, insert, update, delete on square.poll_releases, square.poll_files to plein_house, plein_worker;
