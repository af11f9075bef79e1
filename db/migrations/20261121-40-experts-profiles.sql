-- What an expert wants to work on, where, and within which limits. The name and the wishes are sealed with the person's own
-- data key ('person:<id>'): which themes somebody chose can say something about health, so a copy of the database tells nothing.

create table house.experts_profiles (
  person_id uuid primary key,
  name_sealed bytea not null,
  wishes_sealed bytea not null,                   -- themes, roles, perspectives, places, languages
  max_running integer not null constraint experts_profiles_own_ceiling check (max_running between 1 and 10),
  paused_since timestamptz,
  paused_until date,                              -- the first day without pause; null while paused: open-ended
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint experts_profiles_pause_begins check (paused_until is null or paused_since is not null)
);

-- What one rather does not do. A table of its own, so that the policy decides who reads it and not a query.
create table house.experts_boundaries (
  person_id uuid primary key references house.experts_profiles on delete cascade,
  text_sealed bytea not null,
  shown_to_desk boolean not null default false
);

-- When a profile was opened, and by which role: for the person.
create table house.experts_viewings (
  id bigint generated always as identity primary key,
  person_id uuid not null references house.experts_profiles on delete cascade,
  viewed_at timestamptz not null,
  viewer_role text not null check (viewer_role in ('coordinator')),
  fields text[] not null
);
create index experts_viewings_person on house.experts_viewings (person_id, viewed_at desc);
create index experts_viewings_viewed on house.experts_viewings (viewed_at);

call house.guard(array['experts_profiles', 'experts_boundaries', 'experts_viewings']);

-- How a profile stands for the desk. Shown only while the person is an expert, the consent holds, and there is no pause.
-- The consent ledger is the only truth: a consent that is taken back hides the profile at the next question.
create function house.experts_standing_of(profile house.experts_profiles) returns text
  language sql stable security definer set search_path = house, pg_temp as $$
  select case
    when not exists (select from house.accounts_permissions q where q.person_id = profile.person_id and q.permission = 'expert' and q.withdrawn_at is null)
      or not exists (select from house.accounts_consents c where c.subject = 'profile:' || profile.person_id and c.purpose = 'profile-for-desk'
        and c.person_id = profile.person_id and c.withdrawn_at is null and (c.expires_at is null or c.expires_at > house.moment())) then 'hidden'
    when profile.paused_since is not null
      and (profile.paused_until is null or profile.paused_until > (house.moment() at time zone 'Europe/Amsterdam')::date) then 'paused'
    else 'shown' end
$$;
-- The profiles that the desk may read. Asked once per statement.
create function house.experts_shown() returns uuid[]
  language plpgsql stable security definer set search_path = house, pg_temp as $$
begin
  if not house.actor_may('coordinator') then return '{}'; end if;
  return coalesce((select array_agg(p.person_id) from house.experts_profiles p where house.experts_standing_of(p) = 'shown'), '{}');
end $$;
-- Holds a profile still until the end of the transaction, so that two coordinators cannot pass somebody's ceiling together.
create function house.experts_hold(person uuid) returns text
  language plpgsql volatile security definer set search_path = house, pg_temp as $$
declare profile house.experts_profiles;
begin
  if not (house.actor_may('coordinator') or house.actor_works()) then return 'hidden'; end if;
  select * into profile from house.experts_profiles p where p.person_id = person for update;
  if profile.person_id is null then return 'hidden'; end if;
  return house.experts_standing_of(profile);
end $$;
-- Somebody's own ceiling, held still until the end of the transaction, so that two of their yeses go one after the other.
-- Null: no profile, no ceiling. For the person, also behind their invitation, and for jobs.
create function house.experts_hold_ceiling(person uuid) returns integer
  language plpgsql volatile security definer set search_path = house, pg_temp as $$
declare ceiling integer;
begin
  if not (person is not distinct from house.actor_person() or house.actor_works()) then
    raise exception 'a ceiling is the person''s own' using errcode = '42501';
  end if;
  select p.max_running into ceiling from house.experts_profiles p where p.person_id = person for update;
  return ceiling;
end $$;
-- How many people have a pause now; never who.
create function house.experts_paused() returns integer
  language plpgsql stable security definer set search_path = house, pg_temp as $$
begin
  if not house.actor_may('coordinator') then return 0; end if;
  return (select count(*) from house.experts_profiles p where house.experts_standing_of(p) = 'paused');
end $$;
grant execute on function house.experts_shown(), house.experts_hold(uuid), house.experts_hold_ceiling(uuid), house.experts_paused() to plein_house, plein_worker;

create policy own on house.experts_profiles to plein_house
  using (person_id = (select house.actor_session())) with check (person_id = (select house.actor_session()) and (select house.actor_may('expert')));
create policy desk_reads on house.experts_profiles for select to plein_house using (person_id = any ((select house.experts_shown())::uuid[]));
create policy worker on house.experts_profiles to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.experts_profiles to plein_house;
grant update (name_sealed, wishes_sealed, max_running, paused_since, paused_until, changed_at) on house.experts_profiles to plein_house;
grant select, insert, update, delete on house.experts_profiles to plein_worker;

create policy own on house.experts_boundaries to plein_house
  using (person_id = (select house.actor_session())) with check (person_id = (select house.actor_session()) and (select house.actor_may('expert')));
create policy desk_reads_when_ticked on house.experts_boundaries for select to plein_house
  using (shown_to_desk and person_id = any ((select house.experts_shown())::uuid[]));
create policy worker on house.experts_boundaries to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.experts_boundaries to plein_house;
grant update (text_sealed, shown_to_desk) on house.experts_boundaries to plein_house;
grant select, insert, update, delete on house.experts_boundaries to plein_worker;

create policy own_reads on house.experts_viewings for select to plein_house using (person_id = (select house.actor_session()));
create policy desk_leaves_a_trace on house.experts_viewings for insert to plein_house
  with check (viewer_role = 'coordinator' and person_id = any ((select house.experts_shown())::uuid[]));
create policy worker on house.experts_viewings to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.experts_viewings to plein_house;
grant select, delete on house.experts_viewings to plein_worker;
