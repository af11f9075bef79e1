-- The ground floor: two schemas, the proof of who acts, the diary, idempotency, data keys, the mail outbox.
-- Runs as plein_owner. Roles belong to the cluster and exist already (src/platform/cluster/roles.ts).

create schema house;
create schema square;
grant usage on schema house to plein_house, plein_worker, plein_backup;
grant usage on schema square to plein_house, plein_worker, plein_square, plein_backup;
alter default privileges in schema house grant select on tables to plein_backup;
alter default privileges in schema house grant select on sequences to plein_backup;
alter default privileges in schema square grant select on tables to plein_backup;
alter default privileges in schema square grant select on sequences to plein_backup;
alter default privileges revoke execute on functions from public;

-- Every table of the house is guarded: row-level security enabled and forced, also for its owner.
-- A migration sees rows only when it says so: set local plein.owner_sees = 'rows'. Functions that run with the owner's
-- rights (security definer) see them: they are called by other logins, and each does one small thing.
create procedure house.guard(tables text[]) language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table house.%I enable row level security', t);
    execute format('alter table house.%I force row level security', t);
    execute format($p$create policy owner_when_stated on house.%I to plein_owner
      using (session_user <> 'plein_migrate' or current_setting('plein.owner_sees', true) = 'rows')
      with check (session_user <> 'plein_migrate' or current_setting('plein.owner_sees', true) = 'rows')$p$, t);
  end loop;
end $$;

create table house.platform_installation (
  singleton boolean primary key default true check (singleton),
  mode text not null check (mode in ('demo', 'production', 'test')),
  made_at timestamptz not null default now(),
  seeded text
);
call house.guard(array['platform_installation']);
create policy everybody_reads on house.platform_installation for select to plein_house, plein_worker using (true);
create policy operator_writes on house.platform_installation to plein_worker using (true) with check (true);
grant select on house.platform_installation to plein_house;
grant select, insert, update on house.platform_installation to plein_worker;

-- One table for the four proofs. Only hashes are kept; nobody but the functions below reads it.
create table house.platform_proofs (
  hash bytea primary key check (length(hash) = 32),
  kind text not null check (kind in ('session', 'link', 'job', 'operator')),
  person_id uuid,
  subject text,
  purpose text not null,
  single_use boolean not null default false,
  strong boolean not null default false,         -- a second factor was given in this session
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint platform_proofs_session_has_person check (kind <> 'session' or person_id is not null),
  constraint platform_proofs_link_has_subject check (kind <> 'link' or subject is not null)
);
create index platform_proofs_person on house.platform_proofs (person_id);
create index platform_proofs_subject on house.platform_proofs (subject, purpose);
create index platform_proofs_expires on house.platform_proofs (expires_at);
call house.guard(array['platform_proofs']);

-- The time that decides. CLOCK_OFFSET moves it in a database that is marked 'test', and only there.
create function house.moment() returns timestamptz language sql stable as $$
  select case when nullif(current_setting('plein.clock_offset', true), '') is null then now()
              when exists (select 1 from house.platform_installation where mode = 'test') then now() + current_setting('plein.clock_offset', true)::interval
              else now() end
$$;
grant execute on function house.moment() to plein_house, plein_worker;

create type house.proven as (kind text, person_id uuid, subject text, purpose text, strong boolean);

create function house.proof() returns house.proven
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare token text := nullif(current_setting('plein.proof', true), ''); found house.proven;
begin
  if token is null then return null; end if;
  select p.kind, p.person_id, p.subject, p.purpose, p.strong into found
    from house.platform_proofs p
   where p.hash = sha256(convert_to(token, 'UTF8')) and p.revoked_at is null
     and p.expires_at > house.moment() and (not p.single_use or p.used_at is null);
  -- A job's or operator's proof counts only on the worker's connection.
  if found.kind in ('job', 'operator') and session_user not in ('plein_worker') and current_setting('role', true) not in ('plein_worker')
    then return null; end if;
  return found;
end $$;

create function house.actor_person() returns uuid language sql stable as $$
  select case when p.kind = 'session' or (p.kind = 'link' and p.person_id is not null) then p.person_id end from house.proof() p
$$;
create function house.actor_session() returns uuid language sql stable as $$
  select case when p.kind = 'session' then p.person_id end from house.proof() p
$$;
create function house.actor_works() returns boolean language sql stable as $$
  select coalesce((select p.kind in ('job', 'operator') from house.proof() p), false)
$$;
-- The subject of a link, when the link was made for this purpose.
create function house.actor_link(wanted text) returns text language sql stable as $$
  select case when p.kind = 'link' and p.purpose = wanted then p.subject end from house.proof() p
$$;

-- Proofs are made by these functions only. The caller hands in the hash; the token itself never reaches the database at rest.
create function house.make_proof(token_hash bytea, proof_kind text, person uuid, about text, why text, until_moment timestamptz, once boolean, with_second_factor boolean)
  returns void language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if proof_kind not in ('session', 'link') then raise exception 'this kind of proof is made by the worker' using errcode = '42501'; end if;
  insert into house.platform_proofs (hash, kind, person_id, subject, purpose, expires_at, single_use, strong, made_at)
  values (token_hash, proof_kind, person, about, why, until_moment, once, with_second_factor, house.moment());
end $$;

create function house.make_work_proof(token_hash bytea, proof_kind text, about text, why text)
  returns void language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if proof_kind not in ('job', 'operator') then raise exception 'not a proof of work' using errcode = '42501'; end if;
  insert into house.platform_proofs (hash, kind, subject, purpose, expires_at, made_at)
  values (token_hash, proof_kind, about, why, house.moment() + interval '6 hours', house.moment());
end $$;

-- A single-use link is spent in the transaction of its effect. False when it was spent already.
create function house.spend_proof(token_hash bytea) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  update house.platform_proofs set used_at = house.moment()
   where hash = token_hash and used_at is null and revoked_at is null and expires_at > house.moment();
  get diagnostics n = row_count;
  return n = 1;
end $$;

create function house.revoke_proof(token_hash bytea) returns void
  language sql security definer set search_path = house, pg_temp as $$
  update house.platform_proofs set revoked_at = house.moment() where hash = token_hash and revoked_at is null
$$;
create function house.revoke_sessions(person uuid) returns integer
  language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  update house.platform_proofs set revoked_at = house.moment() where person_id = person and kind = 'session' and revoked_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
create function house.revoke_links(about text, why text) returns void
  language sql security definer set search_path = house, pg_temp as $$
  update house.platform_proofs set revoked_at = house.moment() where subject = about and (why is null or purpose = why) and kind = 'link' and revoked_at is null
$$;
create function house.forget_old_proofs() returns integer
  language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  delete from house.platform_proofs where expires_at < house.moment() - interval '30 days' or revoked_at < house.moment() - interval '30 days';
  get diagnostics n = row_count;
  return n;
end $$;

grant execute on function house.proof(), house.actor_person(), house.actor_session(), house.actor_works(), house.actor_link(text),
  house.make_proof(bytea, text, uuid, text, text, timestamptz, boolean, boolean), house.spend_proof(bytea), house.revoke_proof(bytea),
  house.revoke_sessions(uuid), house.revoke_links(text, text) to plein_house, plein_worker;
grant execute on function house.make_work_proof(bytea, text, text, text), house.forget_old_proofs() to plein_worker;

-- The diary: what happened, when, by whom. Append-only; sealed in batches so that an edit, a cut or a swap shows.
create table house.platform_diary (
  id bigint generated always as identity primary key,
  event text not null check (event ~ '^[a-z-]+\.[a-z-]+$'),
  subject text,
  at timestamptz not null,
  actor_kind text not null,
  actor_person uuid,
  detail jsonb not null default '{}'
);
create index platform_diary_subject on house.platform_diary (subject, id);
create table house.platform_diary_seals (
  seq bigint generated always as identity primary key,
  from_id bigint not null,
  to_id bigint not null,
  count integer not null,
  hash bytea not null,
  previous bytea,
  sealed_at timestamptz not null
);
call house.guard(array['platform_diary', 'platform_diary_seals']);
create function house.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'the diary is append-only' using errcode = '42501'; end $$;
create trigger platform_diary_append_only before update or delete on house.platform_diary for each row execute function house.refuse_change();
create trigger platform_diary_no_truncate before truncate on house.platform_diary for each statement execute function house.refuse_change();
create trigger platform_diary_seals_append_only before update or delete on house.platform_diary_seals for each row execute function house.refuse_change();

-- Who acts is taken from the proof, never from the caller.
create function house.record(what text, about text, moment timestamptz, more jsonb) returns bigint
  language plpgsql security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof(); new_id bigint;
begin
  insert into house.platform_diary (event, subject, at, actor_kind, actor_person, detail)
  values (what, about, moment, coalesce(p.kind, 'nobody'), p.person_id, more) returning id into new_id;
  return new_id;
end $$;
grant execute on function house.record(text, text, timestamptz, jsonb) to plein_house, plein_worker;
grant select on house.platform_diary to plein_worker;
create policy worker_reads on house.platform_diary for select to plein_worker using ((select house.actor_works()));
grant select, insert on house.platform_diary_seals to plein_worker;
create policy worker_seals on house.platform_diary_seals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));

-- The same press twice finds the first answer.
create table house.platform_idempotency (
  scope text not null,
  key uuid not null,
  request_hash bytea not null,
  location text,
  made_at timestamptz not null default now(),
  primary key (scope, key)
);
create index platform_idempotency_made on house.platform_idempotency (made_at);
call house.guard(array['platform_idempotency']);
create policy by_key on house.platform_idempotency to plein_house, plein_worker using (true) with check (true);
grant select, insert, update on house.platform_idempotency to plein_house;
grant select, delete on house.platform_idempotency to plein_worker;

-- A data key per person or group, wrapped by the key file. Deleting the row makes what it sealed unreadable for good.
create table house.platform_data_keys (
  holder text primary key,                       -- 'person:<id>' or 'request:<id>'
  wrapped bytea not null,
  key_version integer not null,
  made_at timestamptz not null default now()
);
call house.guard(array['platform_data_keys']);
create policy by_holder on house.platform_data_keys to plein_house, plein_worker using (true) with check (true);
grant select, insert on house.platform_data_keys to plein_house;
grant select, insert, update, delete on house.platform_data_keys to plein_worker;

-- Mail to send. The letter itself is sealed: it holds an address and a link.
create table house.platform_mail_outbox (
  id uuid primary key,
  message_id text not null unique,
  cause text not null unique,                    -- what this mail answers to: the same cause never makes two mails
  kind text not null,
  sealed bytea not null,
  recipient_hash bytea not null,                 -- keyed; for the cap per address
  made_at timestamptz not null,
  sent_at timestamptz,
  given_up_at timestamptz,
  tries integer not null default 0,
  last_error text
);
create index platform_mail_outbox_waiting on house.platform_mail_outbox (made_at) where sent_at is null and given_up_at is null;
create index platform_mail_outbox_recipient on house.platform_mail_outbox (recipient_hash, made_at);
call house.guard(array['platform_mail_outbox']);
create policy worker_mails on house.platform_mail_outbox to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, update, delete on house.platform_mail_outbox to plein_worker;
