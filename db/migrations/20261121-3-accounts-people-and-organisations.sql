-- People, organisations, who belongs where, who may what. Names and addresses are sealed with the person's own data key;
-- an address is found by a keyed hash, never by its text.

create table house.accounts_persons (
  id uuid primary key,
  email_index bytea not null,
  email_sealed bytea not null,
  name_sealed bytea not null,
  lang text not null default 'nl' check (lang in ('nl', 'en')),
  made_at timestamptz not null,
  last_signed_in_at timestamptz,
  silent_asked_at timestamptz,                    -- when somebody who was long away was asked whether to keep the account
  silent_ended_at timestamptz,                    -- when nobody came back after that: the account is about to be erased
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  recovery_hashes bytea[] not null default '{}',
  second_tries integer not null default 0,        -- wrong codes in a row; after five there is a wait
  second_wait_until timestamptz,
  demo_slug text,                                 -- demo network only: which invented person this is, and what there is to see
  demo_what_nl text,
  demo_what_en text,
  constraint accounts_persons_email_once unique (email_index)
);
create table house.accounts_organisations (
  id uuid primary key,
  slug text not null,
  name text not null check (length(name) between 2 and 200),
  type text not null,
  municipality_code text,
  website text check (website ~ '^https?://'),
  partner boolean not null default false,         -- partners run the square together
  made_at timestamptz not null,
  left_at timestamptz,
  constraint accounts_organisations_slug_once unique (slug)
);
create table house.accounts_memberships (
  id uuid primary key,
  person_id uuid not null references house.accounts_persons on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  role text not null check (role in ('member', 'editor')),
  since timestamptz not null,
  until timestamptz,
  constraint accounts_memberships_ends_after_start check (until is null or until >= since)
);
create unique index accounts_memberships_one_running on house.accounts_memberships (person_id, organisation_id, role) where until is null;
create index accounts_memberships_person on house.accounts_memberships (person_id);
create index accounts_memberships_organisation on house.accounts_memberships (organisation_id);
create table house.accounts_permissions (
  id uuid primary key,
  person_id uuid not null references house.accounts_persons on delete cascade,
  permission text not null check (permission in ('expert', 'coordinator', 'administrator')),
  granted_at timestamptz not null,
  granted_by uuid,
  withdrawn_at timestamptz
);
create unique index accounts_permissions_one_running on house.accounts_permissions (person_id, permission) where withdrawn_at is null;
create index accounts_permissions_person on house.accounts_permissions (person_id);
-- A third administrator needs the yes of two: one proposes, another confirms.
create table house.accounts_grant_proposals (
  id uuid primary key,
  person_id uuid not null references house.accounts_persons on delete cascade,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  outcome text check (outcome in ('confirmed', 'rejected')),
  constraint accounts_grant_proposals_decided check ((decided_at is null) = (outcome is null) and (decided_at is null) = (decided_by is null)),
  constraint accounts_grant_proposals_second_yes check (outcome is distinct from 'confirmed' or (decided_by <> proposed_by and decided_by <> person_id))
);
create unique index accounts_grant_proposals_one_running on house.accounts_grant_proposals (person_id) where decided_at is null;

-- A sign-in that was asked for: the link in the mail is consumed by a POST in the browser that asked; elsewhere the code is typed.
create table house.accounts_sign_ins (
  id uuid primary key,
  email_index bytea not null,
  browser_hash bytea not null,
  link_hash bytea,
  code_hash bytea,
  next_path text not null default '/mijn',
  lang text not null default 'nl' check (lang in ('nl', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  consumed_at timestamptz
);
create index accounts_sign_ins_email on house.accounts_sign_ins (email_index, asked_at);
create index accounts_sign_ins_expires on house.accounts_sign_ins (expires_at);

-- Consent: given, and withdrawn, as rows that stay.
create table house.accounts_consents (
  id uuid primary key,
  person_id uuid,
  subject text not null,                          -- what it is about, e.g. 'item:<id>', 'profile:<person>'
  purpose text not null,
  audience text not null,
  wording_version text not null,
  given_at timestamptz not null,
  expires_at timestamptz,
  withdrawn_at timestamptz
);
create index accounts_consents_subject on house.accounts_consents (subject, purpose);
create index accounts_consents_person on house.accounts_consents (person_id);

-- Erasure is remembered as a keyed hash, so that a restored backup can be cleaned again.
create table house.accounts_erasures (
  id uuid primary key,
  subject_hash bytea not null,
  erased_at timestamptz not null,
  scopes text[] not null
);

call house.guard(array['accounts_persons', 'accounts_organisations', 'accounts_memberships', 'accounts_permissions', 'accounts_grant_proposals', 'accounts_sign_ins', 'accounts_consents', 'accounts_erasures']);

-- What the actor may, for policies. Asked once per statement: write (select house.actor_may('coordinator')).
create function house.actor_may(wanted text) returns boolean
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof();
begin
  if p.kind is distinct from 'session' then return false; end if;
  return exists (select 1 from house.accounts_permissions q where q.person_id = p.person_id and q.permission = wanted and q.withdrawn_at is null);
end $$;
create function house.actor_edits(organisation uuid) returns boolean
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof();
begin
  if p.kind is distinct from 'session' then return false; end if;
  return exists (select 1 from house.accounts_memberships m where m.person_id = p.person_id and m.role = 'editor' and m.until is null
    and (organisation is null or m.organisation_id = organisation));
end $$;
grant execute on function house.actor_may(text), house.actor_edits(uuid) to plein_house, plein_worker;

-- When the session of the actor was made with a second factor: every code that is given makes a session of its own.
create function house.accounts_second_factor_at() returns timestamptz
  language sql stable security definer set search_path = house, pg_temp as $$
  select p.made_at from house.platform_proofs p
   where p.hash = sha256(convert_to(current_setting('plein.proof', true), 'UTF8')) and p.kind = 'session' and p.strong and (house.proof()).kind = 'session'
$$;
-- In production a permission is given with a fresh second factor. One minute more than the page allows: between its
-- question and this one a little time goes by.
create function house.accounts_stepped_up() returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select not exists (select from house.platform_installation i where i.mode = 'production')
      or coalesce(house.accounts_second_factor_at() > house.moment() - interval '6 minutes', false)
$$;
grant execute on function house.accounts_second_factor_at(), house.accounts_stepped_up() to plein_house, plein_worker;

-- Who acts, for the route register.
create function house.who() returns jsonb
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof();
begin
  if p.kind is null then return null; end if;
  return jsonb_build_object('kind', p.kind, 'person', p.person_id, 'subject', p.subject, 'purpose', p.purpose, 'strong', p.strong,
    'permissions', coalesce((select jsonb_agg(q.permission order by q.permission) from house.accounts_permissions q where p.kind = 'session' and q.person_id = p.person_id and q.withdrawn_at is null), '[]'),
    'edits', coalesce((select jsonb_agg(m.organisation_id) from house.accounts_memberships m where p.kind = 'session' and m.person_id = p.person_id and m.role = 'editor' and m.until is null), '[]'),
    'second_factor', (select q.totp_confirmed_at is not null from house.accounts_persons q where q.id = p.person_id));
end $$;
grant execute on function house.who() to plein_house, plein_worker;

create policy self_or_staff on house.accounts_persons for select to plein_house
  using (id = (select house.actor_person()) or (select house.actor_may('administrator')) or (select house.actor_may('coordinator')));
create policy self_changes on house.accounts_persons for update to plein_house using (id = (select house.actor_session())) with check (id = (select house.actor_session()));
create policy administrator_adds on house.accounts_persons for insert to plein_house with check ((select house.actor_may('administrator')));
create policy worker on house.accounts_persons to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.accounts_persons to plein_house;
grant update (name_sealed, lang, totp_sealed, totp_confirmed_at, totp_last_step, recovery_hashes, second_tries, second_wait_until) on house.accounts_persons to plein_house;
grant select, insert, update, delete on house.accounts_persons to plein_worker;

create policy everybody_reads on house.accounts_organisations for select to plein_house using (true);
create policy administrator_writes on house.accounts_organisations to plein_house using ((select house.actor_may('administrator'))) with check ((select house.actor_may('administrator')));
create policy worker on house.accounts_organisations to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update on house.accounts_organisations to plein_house;
grant select, insert, update, delete on house.accounts_organisations to plein_worker;

create policy self_or_staff on house.accounts_memberships for select to plein_house
  using (person_id = (select house.actor_session()) or (select house.actor_may('administrator')) or (select house.actor_may('coordinator')));
create policy administrator_writes on house.accounts_memberships to plein_house using ((select house.actor_may('administrator'))) with check ((select house.actor_may('administrator')));
create policy worker on house.accounts_memberships to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update on house.accounts_memberships to plein_house;
grant select, insert, update, delete on house.accounts_memberships to plein_worker;

create policy self_or_staff on house.accounts_permissions for select to plein_house
  using (person_id = (select house.actor_session()) or (select house.actor_may('administrator')) or (select house.actor_may('coordinator')));
-- An administrator gives every permission but their own: that one goes through house.accounts_grant_administrator.
create policy administrator_grants on house.accounts_permissions for insert to plein_house
  with check ((select house.actor_may('administrator')) and permission <> 'administrator' and granted_by = (select house.actor_session()) and withdrawn_at is null
    and (select house.accounts_stepped_up()));
create policy administrator_withdraws on house.accounts_permissions for update to plein_house
  using ((select house.actor_may('administrator'))) with check ((select house.actor_may('administrator')) and withdrawn_at is not null);
create policy worker on house.accounts_permissions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.accounts_permissions to plein_house;
grant update (withdrawn_at) on house.accounts_permissions to plein_house;
grant select, insert, update, delete on house.accounts_permissions to plein_worker;

create policy administrators_read on house.accounts_grant_proposals for select to plein_house using ((select house.actor_may('administrator')));
create policy administrator_proposes on house.accounts_grant_proposals for insert to plein_house
  with check ((select house.actor_may('administrator')) and proposed_by = (select house.actor_session()) and decided_at is null);
create policy administrator_rejects on house.accounts_grant_proposals for update to plein_house
  using ((select house.actor_may('administrator')) and decided_at is null)
  with check ((select house.actor_may('administrator')) and outcome = 'rejected' and decided_by = (select house.actor_session()));
create policy worker on house.accounts_grant_proposals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.accounts_grant_proposals to plein_house;
grant update (decided_at, decided_by, outcome) on house.accounts_grant_proposals to plein_house;
grant select, insert, update, delete on house.accounts_grant_proposals to plein_worker;

-- The house neither reads nor writes sign-ins: it asks the functions of the next migration, and each does one small thing.
create policy worker on house.accounts_sign_ins to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.accounts_sign_ins to plein_worker;

create policy own on house.accounts_consents for select to plein_house using (person_id = (select house.actor_person()) or (select house.actor_edits(null)) or (select house.actor_may('coordinator')));
create policy own_gives on house.accounts_consents for insert to plein_house with check (person_id is not distinct from (select house.actor_person()) or subject = (select house.actor_link('consent')));
create policy own_withdraws on house.accounts_consents for update to plein_house using (person_id = (select house.actor_person()) or subject = (select house.actor_link('consent')));
create policy worker on house.accounts_consents to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.accounts_consents to plein_house;
grant update (withdrawn_at) on house.accounts_consents to plein_house;
grant select, insert, update, delete on house.accounts_consents to plein_worker;

create policy worker on house.accounts_erasures to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.accounts_erasures to plein_worker;
