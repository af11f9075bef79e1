-- The files of a release are made by the worker, from the same sheets as the analysis: how far that is, for each release of a
-- wave. A release of an old poll has no answers to make files of, and no row here.
create table house.surveys_release_packages (
  release_id uuid primary key references house.surveys_releases on delete cascade,
  state text not null default 'making' check (state in ('making', 'made', 'failed')),
  failure text check (failure in ('input-changed', 'too-slow', 'too-large', 'broken')),
  ended_at timestamptz,
  constraint surveys_release_packages_failed_says_why check ((state = 'failed') = (failure is not null)),
  constraint surveys_release_packages_ended check ((state = 'making') = (ended_at is null))
);
call house.guard(array['surveys_release_packages']);
create policy researchers_read on house.surveys_release_packages for select to plein_house using ((select house.actor_may('researcher')));
create policy researchers_ask on house.surveys_release_packages for insert to plein_house
  with check ((select house.actor_may('researcher')) and state = 'making' and exists (select from house.surveys_releases r
    where r.id = release_id and r.outcome is null and r.wave_id is not null and r.proposed_by = (select house.actor_session())));
create policy worker on house.surveys_release_packages to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert (release_id) on house.surveys_release_packages to plein_house;
grant select, insert, update on house.surveys_release_packages to plein_worker;

-- Only the worker adds files to a release of a wave: whoever proposes it cannot lay others beside it.
drop policy researchers_propose on house.surveys_release_files;
create policy researchers_propose on house.surveys_release_files for insert to plein_house
  with check ((select house.actor_may('researcher')) and exists (select from house.surveys_releases r
    where r.id = release_id and r.outcome is null and r.wave_id is null and r.proposed_by = (select house.actor_session())));

-- Nothing of a wave is let out before its files are there: what the second person looked at is what goes out.
create function house.surveys_guard_release_files() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.wave_id is not null and new.outcome = 'released' and old.outcome is null
     and not exists (select from house.surveys_release_packages p where p.release_id = new.id and p.state = 'made') then
    raise exception 'files first' using errcode = '23514', constraint = 'surveys_releases_with_files';
  end if;
  return new;
end $$;
create trigger guarded_files before update on house.surveys_releases for each row execute function house.surveys_guard_release_files();
