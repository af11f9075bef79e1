-- Signing in: what a visitor who is nobody yet may set in motion. Each function does one small thing with the owner's
-- rights; none of them tells whether an address is known.

-- Notes that somebody asks to sign in. The same form twice is one asking. False when it was noted before.
create function house.accounts_ask_sign_in(the_id uuid, the_email_index bytea, browser bytea, next text, language text)
  returns boolean language plpgsql security definer set search_path = house, pg_temp as $$
begin
  insert into house.accounts_sign_ins (id, email_index, browser_hash, next_path, lang, asked_at, expires_at)
  values (the_id, the_email_index, browser, next, language, house.moment(), house.moment() + interval '10 minutes')
  on conflict (id) do nothing;
  return found;
end $$;

-- A link in another browser, an old link and a link that never was: said apart, because only who has the mail can ask.
create function house.accounts_look_at_link(link bytea, browser bytea) returns text
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce((select case when s.consumed_at is not null or s.expires_at <= house.moment() or s.tries >= 5 then 'ended'
                               when s.browser_hash = browser then 'here' else 'elsewhere' end
                     from house.accounts_sign_ins s where s.link_hash = link), 'ended')
$$;

create type house.accounts_way_in as (outcome text, person_id uuid, next_path text, tries_left integer, second boolean);

-- Who was let in, noted on the person. An account that went away in the meantime lets nobody in.
create function house.accounts_let_in(index bytea, next text) returns house.accounts_way_in
  language plpgsql security definer set search_path = house, pg_temp as $$
declare way house.accounts_way_in;
begin
  update house.accounts_persons set last_signed_in_at = house.moment(), silent_asked_at = null, silent_ended_at = null where email_index = index
    returning id, totp_confirmed_at is not null into way.person_id, way.second;
  way.outcome := case when way.person_id is null then 'ended' else 'in' end;
  way.next_path := next;
  return way;
end $$;

-- Consumes the link: once, in the browser that asked, within ten minutes.
create function house.accounts_use_link(link bytea, browser bytea) returns house.accounts_way_in
  language plpgsql security definer set search_path = house, pg_temp as $$
declare asked house.accounts_sign_ins; way house.accounts_way_in;
begin
  update house.accounts_sign_ins s set consumed_at = house.moment()
   where s.link_hash = link and s.browser_hash = browser and s.consumed_at is null and s.expires_at > house.moment() and s.tries < 5
   returning * into asked;
  if asked.id is null then way.outcome := house.accounts_look_at_link(link, browser); return way; end if;
  return house.accounts_let_in(asked.email_index, asked.next_path);
end $$;

-- Tries a code on the last sign-in of this browser. Five wrong ones end it, whether there was a letter or not.
create function house.accounts_use_code(browser bytea, code bytea) returns house.accounts_way_in
  language plpgsql security definer set search_path = house, pg_temp as $$
declare asked house.accounts_sign_ins; way house.accounts_way_in;
begin
  select * into asked from house.accounts_sign_ins s where s.browser_hash = browser order by s.asked_at desc, s.id limit 1 for update;
  if asked.id is null or asked.consumed_at is not null or asked.expires_at <= house.moment() or asked.tries >= 5 then
    way.outcome := 'ended';
    return way;
  end if;
  if asked.code_hash is distinct from code then
    update house.accounts_sign_ins s set tries = s.tries + 1 where s.id = asked.id;
    way.tries_left := 4 - asked.tries;
    way.outcome := case when way.tries_left = 0 then 'ended' else 'wrong' end;
    return way;
  end if;
  update house.accounts_sign_ins s set consumed_at = house.moment() where s.id = asked.id;
  return house.accounts_let_in(asked.email_index, asked.next_path);
end $$;
create index accounts_sign_ins_browser on house.accounts_sign_ins (browser_hash, asked_at);
create unique index accounts_sign_ins_link on house.accounts_sign_ins (link_hash) where link_hash is not null;

grant execute on function house.accounts_ask_sign_in(uuid, bytea, bytea, text, text), house.accounts_look_at_link(bytea, bytea),
  house.accounts_use_link(bytea, bytea), house.accounts_use_code(bytea, bytea) to plein_house, plein_worker;

-- Ends everything that proves to be this person: sessions, and links that act for them.
create function house.accounts_revoke_proofs(person uuid) returns integer
  language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  update house.platform_proofs set revoked_at = house.moment() where person_id = person and revoked_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function house.accounts_revoke_proofs(uuid) to plein_worker;

-- A new administrator: alone while there is at most one, afterwards only on the proposal of another. False when that is lacking.
create function house.accounts_grant_administrator(the_id uuid, person uuid, proposal uuid) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
declare acting uuid := house.actor_session(); n int;
begin
  if not (house.actor_may('administrator') and house.accounts_stepped_up()) then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('accounts administrators', 0));
  select count(*) into n from house.accounts_permissions where permission = 'administrator' and withdrawn_at is null;
  if n > 1 then
    update house.accounts_grant_proposals p set outcome = 'confirmed', decided_by = acting, decided_at = house.moment()
     where p.id = proposal and p.person_id = person and p.decided_at is null and p.proposed_by <> acting and p.person_id <> acting;
    if not found then return false; end if;
  end if;
  insert into house.accounts_permissions (id, person_id, permission, granted_at, granted_by)
  values (the_id, person, 'administrator', house.moment(), acting)
  on conflict (person_id, permission) where withdrawn_at is null do nothing;
  return true;
end $$;

-- Somebody lost both phone and recovery codes: an administrator lets them set up a new one.
create function house.accounts_reset_second_factor(person uuid) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if not house.actor_may('administrator') then return false; end if;
  update house.accounts_persons set totp_sealed = null, totp_confirmed_at = null, totp_last_step = 0, recovery_hashes = '{}', second_tries = 0, second_wait_until = null
   where id = person;
  return found;
end $$;
grant execute on function house.accounts_grant_administrator(uuid, uuid, uuid), house.accounts_reset_second_factor(uuid) to plein_house;

-- The session of somebody of the staff ends after half an hour without a page. A session does not know what its person
-- may become: when a permission is given, all sessions of that person end.
alter table house.platform_proofs
  add column seen_at timestamptz,
  add column idle_after interval;

create function house.accounts_is_staff(person uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.accounts_permissions q where q.person_id = person and q.permission in ('coordinator', 'administrator') and q.withdrawn_at is null)
      or exists (select from house.accounts_memberships m where m.person_id = person and m.role = 'editor' and m.until is null)
$$;

create or replace function house.make_proof(token_hash bytea, proof_kind text, person uuid, about text, why text, until_moment timestamptz, once boolean, with_second_factor boolean)
  returns void language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if proof_kind not in ('session', 'link') then raise exception 'this kind of proof is made by the worker' using errcode = '42501'; end if;
  insert into house.platform_proofs (hash, kind, person_id, subject, purpose, expires_at, single_use, strong, made_at, idle_after)
  values (token_hash, proof_kind, person, about, why, until_moment, once, with_second_factor, house.moment(),
          case when proof_kind = 'session' and house.accounts_is_staff(person) then interval '30 minutes' end);
end $$;

create or replace function house.proof() returns house.proven
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare token text := nullif(current_setting('plein.proof', true), ''); found house.proven;
begin
  if token is null then return null; end if;
  select p.kind, p.person_id, p.subject, p.purpose, p.strong into found
    from house.platform_proofs p
   where p.hash = sha256(convert_to(token, 'UTF8')) and p.revoked_at is null
     and p.expires_at > house.moment() and (not p.single_use or p.used_at is null)
     and (p.idle_after is null or coalesce(p.seen_at, p.made_at) + p.idle_after > house.moment());
  -- A job's or operator's proof counts only on the worker's connection.
  if found.kind in ('job', 'operator') and session_user not in ('plein_worker') and current_setting('role', true) not in ('plein_worker')
    then return null; end if;
  return found;
end $$;

-- Asked once per visit. It also notes the visit, at most once a minute and never waiting for another visit.
create or replace function house.who() returns jsonb
  language plpgsql volatile security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof();
begin
  if p.kind is null then return null; end if;
  if p.kind = 'session' then
    update house.platform_proofs set seen_at = house.moment()
     where hash = (select q.hash from house.platform_proofs q
                    where q.hash = sha256(convert_to(current_setting('plein.proof', true), 'UTF8')) and q.idle_after is not null
                      and coalesce(q.seen_at, q.made_at) < house.moment() - interval '1 minute' for update skip locked);
  end if;
  return jsonb_build_object('kind', p.kind, 'person', p.person_id, 'subject', p.subject, 'purpose', p.purpose, 'strong', p.strong,
    'permissions', coalesce((select jsonb_agg(q.permission order by q.permission) from house.accounts_permissions q where p.kind = 'session' and q.person_id = p.person_id and q.withdrawn_at is null), '[]'),
    'edits', coalesce((select jsonb_agg(m.organisation_id) from house.accounts_memberships m where p.kind = 'session' and m.person_id = p.person_id and m.role = 'editor' and m.until is null), '[]'),
    'second_factor', (select q.totp_confirmed_at is not null from house.accounts_persons q where q.id = p.person_id));
end $$;

-- When the session of the actor ends at the latest: a stronger session does not live longer than the one it takes over.
create function house.session_ends() returns timestamptz
  language sql stable security definer set search_path = house, pg_temp as $$
  select p.expires_at from house.platform_proofs p
   where p.hash = sha256(convert_to(current_setting('plein.proof', true), 'UTF8')) and p.kind = 'session' and (house.proof()).kind = 'session'
$$;
grant execute on function house.session_ends() to plein_house;
