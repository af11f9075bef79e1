-- Experts hold seats: no item about experts changes without the yes of one of them who does not work for whoever proposes
-- it. Proposals, votes and reasons are public by nature and stand here as they stand on the square; where somebody works is
-- private, and leaves this room only as a yes or no that the database works out itself.

create table house.governance_seats (
  id uuid primary key,
  person_id uuid,                                 -- null: not found yet, said no, or erased
  email_sealed bytea,                             -- the address that was invited, until its person was found
  shown_name text constraint governance_seats_name_length check (length(shown_name) between 1 and 80),
  invited_by uuid,
  invited_at timestamptz not null,
  until date not null,                            -- the last day of the term
  answer text check (answer in ('yes', 'no')),
  answered_at timestamptz,
  ended_at timestamptz,
  constraint governance_seats_dated check ((answer is null) = (answered_at is null)),
  constraint governance_seats_named_after_yes check (shown_name is null or answer = 'yes')
);
create unique index governance_seats_one_each on house.governance_seats (person_id) where ended_at is null;

-- Where the holder of a seat works: asked of the holder, read by nobody else.
create table house.governance_employments (
  seat_id uuid not null references house.governance_seats on delete cascade,
  organisation_id uuid not null references house.accounts_organisations,
  primary key (seat_id, organisation_id)
);

create table house.governance_proposals (
  id uuid primary key,
  subject_kind text not null check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
  subject_id text not null,
  subject_version integer not null,
  title text not null constraint governance_proposals_title check (length(title) between 1 and 300),
  changes text not null constraint governance_proposals_changes check (length(changes) between 1 and 2000),
  reason text not null constraint governance_proposals_reason check (length(reason) between 1 and 2000),
  text_sealed bytea not null,                     -- the words as they would become; for those who decide
  organisation_id uuid not null references house.accounts_organisations,
  proposed_by uuid,
  opened_at timestamptz not null,
  deadline timestamptz not null,
  outcome text check (outcome in ('accepted', 'refused', 'replaced')),
  decided_at timestamptz,
  decided_by uuid,
  decided_for text,                               -- the organisation of the decider; null: an administrator
  decision_reason text,
  constraint governance_proposals_dated check ((outcome is null) = (decided_at is null)),
  constraint governance_proposals_says_why check (outcome is null or outcome = 'replaced' or length(decision_reason) between 1 and 2000),
  constraint governance_proposals_by_another check (outcome is null or outcome = 'replaced' or decided_by <> proposed_by)
);
create unique index governance_proposals_one_running on house.governance_proposals (subject_kind, subject_id) where outcome is null;
create index governance_proposals_subject on house.governance_proposals (subject_kind, subject_id, subject_version);

create table house.governance_votes (
  id uuid primary key,
  proposal_id uuid not null references house.governance_proposals on delete cascade,
  seat_id uuid not null references house.governance_seats,
  asked_at timestamptz not null,
  choice text check (choice in ('yes', 'no', 'abstain')),
  reason text constraint governance_votes_reason check (length(reason) between 1 and 1000),
  voted_at timestamptz,
  independent boolean,                            -- does not work for the proposer; shown to nobody
  constraint governance_votes_once unique (proposal_id, seat_id),
  constraint governance_votes_say_why check ((choice is null) = (reason is null) and (choice is null) = (voted_at is null) and (choice is null) = (independent is null))
);
create index governance_votes_seat on house.governance_votes (seat_id);

create table house.governance_vision_versions (
  version integer primary key,
  text text not null constraint governance_vision_text check (length(text) between 1 and 20000),
  why text not null constraint governance_vision_why check (length(why) between 1 and 1000),
  made_by uuid,
  made_at timestamptz not null
);
create table house.governance_vision_positions (
  version integer not null references house.governance_vision_versions,
  organisation_id uuid not null references house.accounts_organisations,
  exception text constraint governance_vision_exception check (length(exception) between 1 and 1000),  -- null: agrees with all of it
  said_by uuid,
  said_at timestamptz not null,
  primary key (version, organisation_id)
);

call house.guard(array['governance_seats', 'governance_employments', 'governance_proposals', 'governance_votes',
  'governance_vision_versions', 'governance_vision_positions']);

create table square.seats (
  id uuid primary key,
  name text,                                      -- null: chose to stand here without a name
  since timestamptz not null,
  until date not null
);
create table square.decisions (
  id uuid primary key,
  kind text not null,
  title text not null,
  changes text not null,
  reason text not null,
  organisation text not null,
  opened_at timestamptz not null,
  deadline timestamptz not null,
  outcome text,
  decided_at timestamptz,
  decided_for text,
  decision_reason text,
  votes jsonb not null,                           -- [{ "name", "choice", "reason", "at" }]
  waiting integer not null                        -- seats that have not answered
);
create index square_decisions_opened on square.decisions (opened_at desc);
create table square.vision (
  version integer primary key,
  text text not null,
  why text not null,
  made_at timestamptz not null,
  positions jsonb not null,                       -- [{ "organisation", "exception", "at" }]
  silent text[] not null                          -- partners that have not answered
);
grant select on square.seats, square.decisions, square.vision to plein_square;
grant select, insert, update, delete on square.seats, square.decisions, square.vision to plein_house, plein_worker;

-- Whether a seat counts now: taken, within its term, and of somebody who is an expert still.
create function house.governance_holds(seat house.governance_seats) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select seat.answer = 'yes' and seat.ended_at is null and seat.person_id is not null
    and seat.until >= (house.moment() at time zone 'Europe/Amsterdam')::date
    and exists (select from house.accounts_permissions q where q.person_id = seat.person_id and q.permission = 'expert' and q.withdrawn_at is null)
$$;
-- Whether somebody can be given a seat: an expert who has none that runs. Ends a term that is over on the way.
create function house.governance_may_sit(person uuid) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  update house.governance_seats s set ended_at = house.moment()
   where s.person_id = person and s.ended_at is null and s.until < (house.moment() at time zone 'Europe/Amsterdam')::date;
  return person is not null
    and exists (select from house.accounts_permissions q where q.person_id = person and q.permission = 'expert' and q.withdrawn_at is null)
    and not exists (select from house.governance_seats s where s.person_id = person and s.ended_at is null);
end $$;
grant execute on function house.governance_may_sit(uuid) to plein_worker;
create function house.governance_own_seats() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from house.governance_seats s where s.person_id = house.actor_session()
$$;
create function house.governance_sits() returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.governance_seats s where s.person_id = house.actor_session() and house.governance_holds(s))
$$;
-- Those who look after the seats and write down decisions: administrators and editors of partners.
create function house.governance_keeps() returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select house.actor_may('administrator') or house.actor_edits(null)
$$;
-- Whether this vote is the actor's: by the link of the letter, or signed in.
create function house.governance_is_asked(vote uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.governance_votes v join house.governance_seats s on s.id = v.seat_id
    where v.id = vote and house.governance_holds(s) and (v.id::text = house.actor_link('vote') or s.person_id = house.actor_session()))
$$;
-- The proposal that the link of a letter is about.
create function house.governance_linked() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  select v.proposal_id from house.governance_votes v where v.id::text = house.actor_link('vote')
$$;
create function house.governance_works_for(seat house.governance_seats, organisation uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.governance_employments e where e.seat_id = seat.id and e.organisation_id = organisation)
      or exists (select from house.accounts_memberships m where m.person_id = seat.person_id and m.organisation_id = organisation and m.until is null)
$$;

-- How the votes stand. `independent`: somebody who does not work for the proposer said yes.
create function house.governance_tally(proposal uuid) returns table (yes integer, no integer, abstain integer, waiting integer, independent boolean)
  language sql stable security definer set search_path = house, pg_temp as $$
  select count(*) filter (where v.choice = 'yes')::int, count(*) filter (where v.choice = 'no')::int, count(*) filter (where v.choice = 'abstain')::int,
         count(*) filter (where v.choice is null and house.governance_holds(s))::int, coalesce(bool_or(v.choice = 'yes' and v.independent), false)
    from house.governance_votes v join house.governance_seats s on s.id = v.seat_id
   where v.proposal_id = proposal and (house.governance_keeps() or house.governance_sits() or house.actor_works() or proposal = house.governance_linked())
$$;

-- Puts a proposal on the square as it stands now.
create function house.governance_show(proposal uuid) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  insert into square.decisions (id, kind, title, changes, reason, organisation, opened_at, deadline, outcome, decided_at, decided_for, decision_reason, votes, waiting)
  select p.id, p.subject_kind, p.title, p.changes, p.reason, o.name, p.opened_at, p.deadline, p.outcome, p.decided_at, p.decided_for, p.decision_reason,
         coalesce((select jsonb_agg(jsonb_build_object('name', s.shown_name, 'choice', v.choice, 'reason', v.reason, 'at', v.voted_at) order by v.voted_at, v.id)
                     from house.governance_votes v join house.governance_seats s on s.id = v.seat_id where v.proposal_id = p.id and v.choice is not null), '[]'),
         (select count(*)::int from house.governance_votes v join house.governance_seats s on s.id = v.seat_id
           where v.proposal_id = p.id and v.choice is null and house.governance_holds(s))
    from house.governance_proposals p join house.accounts_organisations o on o.id = p.organisation_id where p.id = proposal
  on conflict (id) do update set outcome = excluded.outcome, decided_at = excluded.decided_at, decided_for = excluded.decided_for,
    decision_reason = excluded.decision_reason, votes = excluded.votes, waiting = excluded.waiting;
  perform pg_notify('square', '');
end $$;

create function house.governance_seat_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare p uuid;
begin
  delete from square.seats where id = coalesce(new.id, old.id);
  if tg_op = 'DELETE' then return null; end if;
  if new.ended_at is not null then delete from house.governance_employments e where e.seat_id = new.id; end if;
  if house.governance_holds(new) then
    insert into square.seats (id, name, since, until) values (new.id, new.shown_name, new.answered_at, new.until);
    insert into house.governance_votes (id, proposal_id, seat_id, asked_at)
    select gen_random_uuid(), q.id, new.id, house.moment() from house.governance_proposals q where q.outcome is null
    on conflict on constraint governance_votes_once do nothing;
  end if;
  for p in select v.proposal_id from house.governance_votes v where v.seat_id = new.id loop
    perform house.governance_show(p);
  end loop;
  perform pg_notify('square', '');
  return null;
end $$;
create trigger governance_seats_changed after insert or update or delete on house.governance_seats
  for each row execute function house.governance_seat_changed();

-- Once decided it stays; and nothing is accepted without the yes of an expert who does not work for the proposer.
create function house.governance_guard_decision() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare t record; actor uuid := house.actor_session();
begin
  if old.outcome is not null and (new.outcome, new.decided_at, new.decision_reason) is distinct from (old.outcome, old.decided_at, old.decision_reason) then
    raise exception 'this was decided' using errcode = '23514', constraint = 'governance_proposals_decided_once';
  end if;
  if old.outcome is null and new.outcome is not null then
    if new.outcome = 'accepted' then
      select count(*) filter (where v.choice = 'yes') as yes, count(*) filter (where v.choice = 'no') as no,
             coalesce(bool_or(v.choice = 'yes' and v.independent), false) as independent
        into t from house.governance_votes v where v.proposal_id = new.id;
      if not t.independent or t.yes <= t.no then
        raise exception 'not accepted by the seats' using errcode = '23514', constraint = 'governance_proposals_needs_experts';
      end if;
    end if;
    new.decided_for := (select min(o.name) from house.accounts_memberships m join house.accounts_organisations o on o.id = m.organisation_id
                         where m.person_id = actor and m.role = 'editor' and m.until is null);
  end if;
  return new;
end $$;
create trigger governance_proposals_guard before update on house.governance_proposals for each row execute function house.governance_guard_decision();

create function house.governance_proposal_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into house.governance_votes (id, proposal_id, seat_id, asked_at)
    select gen_random_uuid(), new.id, s.id, house.moment() from house.governance_seats s where house.governance_holds(s);
  end if;
  perform house.governance_show(new.id);
  return null;
end $$;
create trigger governance_proposals_changed after insert or update on house.governance_proposals
  for each row execute function house.governance_proposal_changed();

create function house.governance_vote_cast() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.choice is not null then perform house.governance_show(new.proposal_id); end if;
  return null;
end $$;
create trigger governance_votes_cast after update on house.governance_votes for each row execute function house.governance_vote_cast();

-- The verbs of somebody with a seat. Each does one small thing, for the holder only.
create function house.governance_take_seat(seat uuid, name text, employers uuid[], moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s house.governance_seats;
begin
  select q.* into s from house.governance_seats q where q.id = seat and q.person_id = house.actor_session() for update;
  if s.id is null then return 'unknown'; end if;
  if s.ended_at is not null or s.until < (house.moment() at time zone 'Europe/Amsterdam')::date then return 'ended'; end if;
  delete from house.governance_employments e where e.seat_id = seat;
  insert into house.governance_employments (seat_id, organisation_id)
  select seat, o.id from house.accounts_organisations o where o.partner and o.id = any (employers);
  update house.governance_seats q set answer = 'yes', answered_at = coalesce(q.answered_at, moment), shown_name = name where q.id = seat;
  update house.governance_votes v set independent = not house.governance_works_for(s, p.organisation_id)
    from house.governance_proposals p where p.id = v.proposal_id and p.outcome is null and v.seat_id = seat and v.choice is not null;
  return case when s.answer is null then 'taken' else 'changed' end;
end $$;
-- Saying no leaves no number of who said it; stepping down ends the seat.
create function house.governance_leave_seat(seat uuid, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare s house.governance_seats;
begin
  select q.* into s from house.governance_seats q where q.id = seat and q.person_id = house.actor_session() for update;
  if s.id is null then return 'unknown'; end if;
  if s.ended_at is not null then return 'ended'; end if;
  if s.answer is null then
    update house.governance_seats q set answer = 'no', answered_at = moment, person_id = null, email_sealed = null where q.id = seat;
    return 'declined';
  end if;
  update house.governance_seats q set ended_at = moment where q.id = seat;
  return 'left';
end $$;
-- Null: not there. False: it had ended before.
create function house.governance_end_seat(seat uuid, moment timestamptz) returns boolean
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if not (house.governance_keeps() or house.actor_works()) or not exists (select from house.governance_seats q where q.id = seat) then return null; end if;
  -- Partners take an invitation back. An expert who sits cannot be sent away by those about whom seats decide.
  if not (house.actor_may('administrator') or house.actor_works()) and exists (select from house.governance_seats q where q.id = seat and q.answer = 'yes') then
    return null;
  end if;
  update house.governance_seats q set ended_at = moment where q.id = seat and q.ended_at is null;
  return found;
end $$;
create function house.governance_vote(vote uuid, says text, why text, moment timestamptz) returns text
  language plpgsql security definer set search_path = house, pg_temp as $$
declare v house.governance_votes; s house.governance_seats; p house.governance_proposals;
begin
  if not house.governance_is_asked(vote) then return 'unknown'; end if;
  select q.* into v from house.governance_votes q where q.id = vote;
  select q.* into p from house.governance_proposals q where q.id = v.proposal_id for update;
  if p.outcome is not null then return 'decided'; end if;
  select q.* into s from house.governance_seats q where q.id = v.seat_id;
  update house.governance_votes q set choice = says, reason = why, voted_at = moment, independent = not house.governance_works_for(s, p.organisation_id)
   where q.id = vote;
  return 'noted';
end $$;

create function house.governance_newest_vision() returns integer
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(max(v.version), 0) from house.governance_vision_versions v
$$;
create function house.governance_vision_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  insert into square.vision (version, text, why, made_at, positions, silent)
  select v.version, v.text, v.why, v.made_at,
         coalesce((select jsonb_agg(jsonb_build_object('organisation', o.name, 'exception', q.exception, 'at', q.said_at) order by o.name)
                     from house.governance_vision_positions q join house.accounts_organisations o on o.id = q.organisation_id where q.version = v.version), '[]'),
         coalesce((select array_agg(o.name order by o.name) from house.accounts_organisations o where o.partner and o.left_at is null
                      and not exists (select from house.governance_vision_positions q where q.version = v.version and q.organisation_id = o.id)), '{}')
    from house.governance_vision_versions v where v.version = new.version
  on conflict (version) do update set positions = excluded.positions, silent = excluded.silent;
  perform pg_notify('square', '');
  return null;
end $$;
create trigger governance_vision_versions_changed after insert on house.governance_vision_versions for each row execute function house.governance_vision_changed();
create trigger governance_vision_positions_changed after insert or update on house.governance_vision_positions for each row execute function house.governance_vision_changed();

grant execute on function house.governance_holds(house.governance_seats), house.governance_own_seats(), house.governance_sits(), house.governance_keeps(),
  house.governance_is_asked(uuid), house.governance_linked(), house.governance_tally(uuid), house.governance_take_seat(uuid, text, uuid[], timestamptz),
  house.governance_leave_seat(uuid, timestamptz), house.governance_end_seat(uuid, timestamptz), house.governance_vote(uuid, text, text, timestamptz),
  house.governance_newest_vision() to plein_house, plein_worker;

-- Who a seat belongs to and where it was invited is read by no one in the house: those columns are not granted.
create policy kept_or_own on house.governance_seats for select to plein_house
  using ((select house.governance_keeps()) or id = any ((select house.governance_own_seats())::uuid[]));
create policy keepers_invite on house.governance_seats for insert to plein_house
  with check ((select house.governance_keeps()) and invited_by = (select house.actor_session()) and answer is null and person_id is null);
create policy worker on house.governance_seats to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, shown_name, invited_at, until, answer, answered_at, ended_at) on house.governance_seats to plein_house;
grant insert (id, email_sealed, invited_by, invited_at, until) on house.governance_seats to plein_house;
grant select, insert, update, delete on house.governance_seats to plein_worker;

create policy own on house.governance_employments for select to plein_house using (seat_id = any ((select house.governance_own_seats())::uuid[]));
create policy worker on house.governance_employments to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.governance_employments to plein_house;
grant select, insert, delete on house.governance_employments to plein_worker;

create policy deciders_read on house.governance_proposals for select to plein_house
  using ((select house.governance_keeps()) or (select house.governance_sits()) or id = (select house.governance_linked()));
create policy editors_propose on house.governance_proposals for insert to plein_house
  with check (house.actor_edits(organisation_id) and proposed_by = (select house.actor_session()) and outcome is null);
create policy keepers_decide on house.governance_proposals for update to plein_house
  using ((select house.governance_keeps()) and outcome is null) with check (outcome is not null and decided_by = (select house.actor_session()));
create policy worker on house.governance_proposals to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.governance_proposals to plein_house;
grant update (outcome, decided_at, decided_by, decision_reason) on house.governance_proposals to plein_house;
grant select, insert, update on house.governance_proposals to plein_worker;

create policy deciders_read on house.governance_votes for select to plein_house
  using ((select house.governance_keeps()) or (select house.governance_sits()) or proposal_id = (select house.governance_linked()));
create policy worker on house.governance_votes to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, proposal_id, seat_id, asked_at, choice, reason, voted_at) on house.governance_votes to plein_house;
grant select on house.governance_votes to plein_worker;

create policy everybody_reads on house.governance_vision_versions for select to plein_house using (true);
create policy keepers_write on house.governance_vision_versions for insert to plein_house
  with check ((select house.governance_keeps()) and made_by = (select house.actor_session()));
create policy worker on house.governance_vision_versions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.governance_vision_versions to plein_house;
grant select, insert, update on house.governance_vision_versions to plein_worker;

create policy everybody_reads on house.governance_vision_positions for select to plein_house using (true);
create policy partners_say on house.governance_vision_positions for insert to plein_house
  with check (house.actor_edits(organisation_id) and said_by = (select house.actor_session()) and version = (select house.governance_newest_vision()));
create policy partners_say_again on house.governance_vision_positions for update to plein_house
  using (house.actor_edits(organisation_id) and version = (select house.governance_newest_vision()))
  with check (house.actor_edits(organisation_id) and said_by = (select house.actor_session()));
create policy worker on house.governance_vision_positions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.governance_vision_positions to plein_house;
grant update (exception, said_by, said_at) on house.governance_vision_positions to plein_house;
grant select, insert, update on house.governance_vision_positions to plein_worker;
