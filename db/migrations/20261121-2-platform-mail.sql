-- The mail room: who may write a letter, how often it is tried, and what administrators see of it.

alter table house.platform_mail_outbox
  add column next_try_at timestamptz,            -- null: not tried yet, try at once
  add column first_tried_at timestamptz,         -- five days of trying count from here, not from the writing
  add column claimed_until timestamptz,          -- one process at a time sends a letter; after this another may
  add constraint platform_mail_outbox_kind check (kind in ('unsolicited', 'expected'));

-- The house may write a letter and nothing more: it can neither read the outbox nor change it.
create function house.write_letter(letter uuid, the_message_id text, the_cause text, the_kind text, the_seal bytea, recipient bytea)
  returns text language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  -- One at a time per address, or two at once would both be the third.
  perform pg_advisory_xact_lock(hashtextextended('mail ' || encode(recipient, 'hex'), 0));
  if exists (select from house.platform_mail_outbox where cause = the_cause) then return 'already'; end if;
  if the_kind = 'unsolicited' then
    select count(*) into n from house.platform_mail_outbox
     where recipient_hash = recipient and kind = 'unsolicited' and made_at > house.moment() - interval '24 hours';
    if n >= 3 then return 'capped'; end if;
  end if;
  insert into house.platform_mail_outbox (id, message_id, cause, kind, sealed, recipient_hash, made_at)
  values (letter, the_message_id, the_cause, the_kind, the_seal, recipient, house.moment())
  on conflict (cause) do nothing;
  return case when found then 'written' else 'already' end;
end $$;

-- The mail reader of the demo (/post). In production nobody reads letters.
create function house.kept_letters(at_most integer)
  returns table (id uuid, message_id text, cause text, kind text, sealed bytea, made_at timestamptz, sent_at timestamptz)
  language plpgsql security definer set search_path = house, pg_temp as $$
#variable_conflict use_column
begin
  return query select o.id, o.message_id, o.cause, o.kind, o.sealed, o.made_at, o.sent_at from house.platform_mail_outbox o
   where exists (select from house.platform_installation where mode in ('demo', 'test'))
   order by o.made_at desc, o.id desc limit at_most;
end $$;

-- Numbers and reasons for administrators; no address, no sentence.
create function house.mail_state(out waiting integer, out sent integer, out given_up integer, out oldest_waiting timestamptz)
  language plpgsql security definer set search_path = house, pg_temp as $$
#variable_conflict use_column
begin
  select (count(*) filter (where sent_at is null and given_up_at is null))::int, (count(sent_at))::int, (count(given_up_at))::int,
         min(made_at) filter (where sent_at is null and given_up_at is null)
    into waiting, sent, given_up, oldest_waiting from house.platform_mail_outbox;
end $$;
create function house.troubled_letters(at_most integer)
  returns table (id uuid, cause text, kind text, made_at timestamptz, tries integer, last_error text, given_up_at timestamptz, next_try_at timestamptz)
  language plpgsql security definer set search_path = house, pg_temp as $$
#variable_conflict use_column
begin
  return query select o.id, o.cause, o.kind, o.made_at, o.tries, o.last_error, o.given_up_at, o.next_try_at from house.platform_mail_outbox o
   where o.sent_at is null and (o.last_error is not null or o.given_up_at is not null)
   order by o.made_at limit at_most;
end $$;
grant execute on function house.write_letter(uuid, text, text, text, bytea, bytea), house.kept_letters(integer), house.mail_state(),
  house.troubled_letters(integer) to plein_house, plein_worker;
