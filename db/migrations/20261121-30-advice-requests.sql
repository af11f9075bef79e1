-- The advice desk: a question, its conversation, the team that answers it, and what was done with the answer.
-- People's words, names and addresses are sealed with the data key 'request:<id>'; deleting that key forgets them for good.

-- Feeds the reference number. The number itself is a keyed permutation of this counter, so that nobody can read from two
-- of them how many questions came in between.
create sequence house.advice_request_numbers;
grant usage on sequence house.advice_request_numbers to plein_house, plein_worker;

create table house.advice_requests (
  id uuid primary key,
  number text not null check (number ~ '^AV-[0-9]{4}-[0-9]{6}$'),
  lang text not null check (lang in ('nl', 'en')),
  question_sealed bytea not null,
  context_sealed bytea,
  requester_name_sealed bytea not null,
  organisation_kind text,
  organisation_name_sealed bytea,
  municipality_code text,
  province_code text,                             -- all that an invited expert hears of the place
  theme_ids text[] not null default '{}',
  question_kind text,
  size text check (size in ('small', 'large')),
  form text check (form in ('writtenAnswer', 'thinkingAlong', 'policyCheck', 'sessions')),
  state text not null check (state in ('unconfirmed', 'submitted', 'in-intake', 'triaged', 'seeking-duo', 'in-progress', 'answered',
    'feedback-asked', 'evaluated', 'closed', 'waiting-for-requester', 'referred', 'withdrawn', 'expired', 'merged')),
  state_since timestamptz not null,
  state_by text not null check (state_by in ('requester', 'coordinator', 'expert', 'time')),
  state_by_person uuid,
  waiting_from text,
  reminded_at timestamptz,                        -- of waiting: one kind reminder per waiting
  held_by uuid,
  version integer not null default 1,
  referral_sealed bytea,
  close_reason_sealed bytea,
  merged_into uuid references house.advice_requests,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  answered_at timestamptz,
  feedback_at timestamptz,
  ended_at timestamptz,
  forget_after timestamptz,                       -- null while it runs; see retention in room.ts
  constraint advice_requests_number_once unique (number),
  -- Whatever a program does: no question is closed without an answer, a referral or a reason.
  constraint advice_requests_closed_has_ending
    check (state <> 'closed' or answered_at is not null or referral_sealed is not null or close_reason_sealed is not null),
  constraint advice_requests_waiting_knows_where_from check ((state = 'waiting-for-requester') = (waiting_from is not null)),
  constraint advice_requests_merged_into_another check ((state = 'merged') = (merged_into is not null) and merged_into is distinct from id),
  constraint advice_requests_referred_says_where check (state <> 'referred' or referral_sealed is not null),
  constraint advice_requests_answered_has_answer check (state not in ('answered', 'feedback-asked', 'evaluated') or answered_at is not null),
  constraint advice_requests_divided_is_known
    check (state not in ('triaged', 'seeking-duo', 'in-progress', 'answered', 'feedback-asked', 'evaluated') or (size is not null and form is not null)),
  constraint advice_requests_confirmed check ((state = 'unconfirmed') = (confirmed_at is null)),
  constraint advice_requests_ended_is_forgotten check (ended_at is null or forget_after is not null),
  constraint advice_requests_ended check ((state in ('closed', 'withdrawn', 'expired', 'merged')) = (ended_at is not null))
);
create index advice_requests_state on house.advice_requests (state, state_since);
create index advice_requests_holder on house.advice_requests (held_by) where ended_at is null;
create index advice_requests_forget on house.advice_requests (forget_after);

-- The address stands apart: the team that answers may read the request, and not this.
create table house.advice_contacts (
  request_id uuid primary key references house.advice_requests on delete cascade,
  email_sealed bytea not null,
  email_index bytea not null
);
create index advice_contacts_email on house.advice_contacts (email_index);

-- Somebody lost the link to a question and asks for another: what they know of it, until the letter is written. The house
-- may only write this down; whether there is such a question is looked up by the worker.
create table house.advice_link_askings (
  id uuid primary key,
  number text,
  email_index bytea,
  asked_at timestamptz not null,
  constraint advice_link_askings_knows_something check (number is not null or email_index is not null)
);
create index advice_link_askings_asked on house.advice_link_askings (asked_at);

-- Every state a request entered. Written by a trigger only, so that no change of state can go without.
create table house.advice_moves (
  id bigint generated always as identity primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  from_state text,
  to_state text not null,
  by_kind text not null,
  by_person uuid,
  at timestamptz not null
);
create index advice_moves_request on house.advice_moves (request_id, id);

create table house.advice_messages (
  id uuid primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  -- everyone: the requester reads it too; team: those who answer, and the desk; desk: coordinators only.
  audience text not null check (audience in ('everyone', 'team', 'desk')),
  author_kind text not null check (author_kind in ('requester', 'desk', 'expert', 'system')),
  author_person uuid,
  author_name_sealed bytea,
  body_sealed bytea not null,
  lang text not null check (lang in ('nl', 'en')),
  sent_at timestamptz not null,
  constraint advice_messages_requester_speaks_to_all check (author_kind <> 'requester' or (audience = 'everyone' and author_person is null))
);
create index advice_messages_request on house.advice_messages (request_id, sent_at);

create table house.advice_team (
  id uuid primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  person_id uuid,                                 -- null once this person was erased
  place smallint not null check (place in (1, 2)),
  shown_name_sealed bytea not null,
  -- No invitation without saying what is offered; nothing is offered on purpose only.
  reward_form text not null,
  reward_cents integer not null,
  invited_at timestamptz not null,
  invited_by uuid,
  accepted_at timestamptz,
  ended_at timestamptz,                           -- stepped out, or the invitation was taken back
  finished_at timestamptz,                        -- the answer was given
  constraint advice_team_reward_says_amount check ((reward_form = 'none' and reward_cents = 0) or (reward_form <> 'none' and reward_cents > 0))
);
create unique index advice_team_place_once on house.advice_team (request_id, place) where ended_at is null;
create unique index advice_team_person_once on house.advice_team (request_id, person_id) where ended_at is null;
create index advice_team_person on house.advice_team (person_id, invited_at);

-- A "no" leaves no mark. All that stays, until the request ends, is a keyed hash of person and request together, which
-- nobody can list, count or rank by: it answers one question, "was this person asked for this request before?".
create table house.advice_not_again (
  request_id uuid not null references house.advice_requests on delete cascade,
  trace bytea not null check (length(trace) = 32),
  primary key (request_id, trace)
);

create table house.advice_drafts (
  request_id uuid primary key references house.advice_requests on delete cascade,
  version integer not null,
  text_sealed bytea not null,
  voice text check (voice in ('personal', 'collective', 'organisation')),
  behalf_sealed bytea not null,
  saved_by uuid,
  saved_at timestamptz not null
);
-- Every saved state of the draft. `aside`: it was written beside a newer one and is kept so that nobody loses text.
create table house.advice_draft_revisions (
  id uuid primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  version integer not null,
  aside boolean not null,
  text_sealed bytea not null,
  voice text check (voice in ('personal', 'collective', 'organisation')),
  behalf_sealed bytea not null,
  saved_by uuid,
  saved_at timestamptz not null
);
create index advice_draft_revisions_request on house.advice_draft_revisions (request_id, saved_at);

create table house.advice_answers (
  request_id uuid primary key references house.advice_requests on delete cascade,
  text_sealed bytea not null,
  voice text not null check (voice in ('personal', 'collective', 'organisation')),
  behalf_sealed bytea not null,
  authors_sealed bytea not null,                  -- the shown names, as the requester reads them
  given_by uuid,
  given_at timestamptz not null
);

create table house.advice_sessions (
  id uuid primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  held_on date not null,
  kind text not null check (kind in ('intake', 'advice', 'work', 'feedback')),
  form text not null check (form in ('online', 'onSite')),
  minutes integer not null check (minutes between 5 and 1440),
  notes_sealed bytea not null,
  written_by uuid,
  written_at timestamptz not null
);
create index advice_sessions_request on house.advice_sessions (request_id, held_on);

create table house.advice_feedback (
  request_id uuid primary key references house.advice_requests on delete cascade,
  done_sealed bytea not null,
  not_done_sealed bytea,
  given_at timestamptz not null
);

create table house.advice_evaluations (
  id uuid primary key,
  request_id uuid not null references house.advice_requests on delete cascade,
  by_kind text not null check (by_kind in ('requester', 'expert')),
  person_id uuid,
  usefulness smallint check (usefulness between 1 and 5),
  realism smallint check (realism between 1 and 5),
  support smallint check (support between 1 and 5),
  equality smallint check (equality between 1 and 5),
  load smallint check (load between 1 and 5),
  text_sealed bytea,
  given_at timestamptz not null,
  anonymised_at timestamptz,
  constraint advice_evaluations_requester_is_no_person check (by_kind = 'expert' or person_id is null)
);
create unique index advice_evaluations_requester_once on house.advice_evaluations (request_id) where by_kind = 'requester';
create unique index advice_evaluations_expert_once on house.advice_evaluations (request_id, person_id) where by_kind = 'expert';

-- "This is my answer": counted, without the question.
create table house.advice_own_answers (
  id uuid primary key,
  item text not null check (length(item) between 1 and 100),
  found_on date not null
);
create index advice_own_answers_item on house.advice_own_answers (item, found_on);

call house.guard(array['advice_requests', 'advice_contacts', 'advice_link_askings', 'advice_moves', 'advice_messages', 'advice_team', 'advice_not_again', 'advice_drafts',
  'advice_draft_revisions', 'advice_answers', 'advice_sessions', 'advice_feedback', 'advice_evaluations', 'advice_own_answers']);

-- The request of a requester's link. The link that confirms opens the status page afterwards.
create function house.advice_own_request() returns uuid language sql stable as $$
  select coalesce(house.actor_link('request-status'), house.actor_link('request-confirm'))::uuid
$$;
-- A question that was joined to another is answered there: its requester may read that answer, and nothing else of it.
create function house.advice_answering_request() returns uuid
  language sql stable security definer set search_path = house, pg_temp as $$
  with recursive chain as (
    select r.id, r.merged_into from house.advice_requests r where r.id = house.advice_own_request()
    union select r.id, r.merged_into from house.advice_requests r join chain on r.id = chain.merged_into)
  select id from chain where merged_into is null
$$;
-- The requests on whose team the person who is signed in said yes.
create function house.advice_team_requests() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(array_agg(t.request_id), '{}') from house.advice_team t
   where t.person_id = house.actor_session() and t.accepted_at is not null and t.ended_at is null
$$;
-- What somebody who is invited may know before saying yes: no name, no organisation, no municipality, no context.
create function house.advice_invitations()
  returns table (member_id uuid, request_id uuid, lang text, question_sealed bytea, theme_ids text[], question_kind text, size text, form text,
    province_code text, place smallint, reward_form text, reward_cents integer, invited_at timestamptz)
  language sql stable security definer set search_path = house, pg_temp as $$
  select t.id, r.id, r.lang, r.question_sealed, r.theme_ids, r.question_kind, r.size, r.form, r.province_code, t.place, t.reward_form, t.reward_cents, t.invited_at
    from house.advice_team t join house.advice_requests r on r.id = t.request_id
   where (t.person_id = house.actor_session() or t.id = house.actor_link('invitation')::uuid)
     and t.accepted_at is null and t.ended_at is null and coalesce(r.waiting_from, r.state) = 'seeking-duo'
   order by t.invited_at
$$;
-- Saying yes, by page or from the mail. Returns the request, or null when there is nothing to say yes to.
create function house.advice_accept(member uuid) returns uuid
  language plpgsql security definer set search_path = house, pg_temp as $$
declare request uuid;
begin
  update house.advice_team t set accepted_at = house.moment()
   where t.id = member and (t.person_id = house.actor_session() or t.id = house.actor_link('invitation')::uuid or house.actor_works())
     and t.accepted_at is null and t.ended_at is null
     and exists (select from house.advice_requests r where r.id = t.request_id and coalesce(r.waiting_from, r.state) = 'seeking-duo')
   returning t.request_id into request;
  return request;
end $$;
-- Saying no: the invitation is gone as if it had not been, except for the hash.
create function house.advice_decline(member uuid, the_trace bytea) returns uuid
  language plpgsql security definer set search_path = house, pg_temp as $$
declare request uuid;
begin
  delete from house.advice_team t
   where t.id = member and (t.person_id = house.actor_session() or t.id = house.actor_link('invitation')::uuid or house.actor_works())
     and t.accepted_at is null and t.ended_at is null
   returning t.request_id into request;
  if request is not null then
    insert into house.advice_not_again (request_id, trace) values (request, the_trace) on conflict do nothing;
  end if;
  return request;
end $$;
-- Who an invitation is for, so that its trace can be made; for the invited person only.
create function house.advice_invited_person(member uuid) returns table (person_id uuid, request_id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select t.person_id, t.request_id from house.advice_team t
   where t.id = member and t.accepted_at is null and t.ended_at is null
     and (t.person_id = house.actor_session() or t.id = house.actor_link('invitation')::uuid or house.actor_works())
$$;
-- How many requests the invited person works on now, for the invited person only: their own ceiling is judged again at "yes".
create function house.advice_invited_running(member uuid) returns integer
  language sql stable security definer set search_path = house, pg_temp as $$
  select count(*)::int from house.advice_team t join house.advice_requests r on r.id = t.request_id
   where t.person_id = (select i.person_id from house.advice_invited_person(member) i)
     and t.accepted_at is not null and t.ended_at is null and t.finished_at is null and r.ended_at is null
$$;
create function house.advice_asked_before(request uuid, the_trace bytea) returns boolean
  language plpgsql stable security definer set search_path = house, pg_temp as $$
begin
  if not (house.actor_may('coordinator') or house.actor_works()) then return false; end if;
  return exists (select from house.advice_not_again n where n.request_id = request and n.trace = the_trace);
end $$;
-- How many have said yes; the rules of a move ask it, also on behalf of a requester who may not read the team.
create function house.advice_team_counts(request uuid, out invited integer, out accepted integer)
  language sql stable security definer set search_path = house, pg_temp as $$
  select (count(*) filter (where accepted_at is null))::int, (count(accepted_at))::int from house.advice_team t where t.request_id = request and t.ended_at is null
$$;

create function house.advice_note_move() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into house.advice_moves (request_id, from_state, to_state, by_kind, by_person, at)
  values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, new.state_by, new.state_by_person, new.state_since);
  -- What kept a person from being asked twice has no use once the request has ended.
  if new.ended_at is not null then delete from house.advice_not_again n where n.request_id = new.id; end if;
  return null;
end $$;
create trigger advice_requests_note_move after insert or update on house.advice_requests for each row execute function house.advice_note_move();

-- Giving the answer finishes the work of the whole team.
create function house.advice_finish_team() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  update house.advice_team t set finished_at = new.given_at where t.request_id = new.request_id and t.accepted_at is not null and t.ended_at is null;
  return null;
end $$;
create trigger advice_answers_finish_team after insert on house.advice_answers for each row execute function house.advice_finish_team();

grant execute on function house.advice_own_request(), house.advice_answering_request(), house.advice_team_requests(), house.advice_invitations(), house.advice_accept(uuid),
  house.advice_decline(uuid, bytea), house.advice_invited_person(uuid), house.advice_invited_running(uuid), house.advice_asked_before(uuid, bytea), house.advice_team_counts(uuid)
  to plein_house, plein_worker;

-- requests
create policy those_concerned_read on house.advice_requests for select to plein_house
  using (id = (select house.advice_own_request()) or (select house.actor_may('coordinator')) or id = any ((select house.advice_team_requests())::uuid[]));
create policy anybody_asks on house.advice_requests for insert to plein_house
  with check (state = 'unconfirmed' and version = 1 and held_by is null and state_by = 'requester');
create policy requester_moves on house.advice_requests for update to plein_house
  using (id = (select house.advice_own_request()))
  with check (id = (select house.advice_own_request()) and state_by_person is null);
create policy coordinator_moves on house.advice_requests for update to plein_house
  using ((select house.actor_may('coordinator'))) with check ((select house.actor_may('coordinator')));
create policy team_moves on house.advice_requests for update to plein_house
  using (id = any ((select house.advice_team_requests())::uuid[]))
  with check (id = any ((select house.advice_team_requests())::uuid[]) and state in ('seeking-duo', 'in-progress', 'waiting-for-requester', 'answered'));
create policy worker on house.advice_requests to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_requests to plein_house;
grant update (state, state_since, state_by, state_by_person, waiting_from, reminded_at, held_by, version, size, form, theme_ids, question_kind,
  municipality_code, province_code, referral_sealed, close_reason_sealed, merged_into, confirmed_at, answered_at, feedback_at, ended_at, forget_after)
  on house.advice_requests to plein_house;
grant select, insert, update, delete on house.advice_requests to plein_worker;

-- contacts: the requester and the desk
create policy requester_and_desk_read on house.advice_contacts for select to plein_house
  using (request_id = (select house.advice_own_request()) or (select house.actor_may('coordinator')));
create policy anybody_asks on house.advice_contacts for insert to plein_house with check (true);
create policy worker on house.advice_contacts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_contacts to plein_house;
grant select, insert, update, delete on house.advice_contacts to plein_worker;

create policy anybody_asks on house.advice_link_askings for insert to plein_house with check (true);
create policy worker on house.advice_link_askings to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant insert on house.advice_link_askings to plein_house;
grant select, insert, update, delete on house.advice_link_askings to plein_worker;

create policy those_concerned_read on house.advice_moves for select to plein_house
  using (request_id = (select house.advice_own_request()) or (select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy worker on house.advice_moves to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.advice_moves to plein_house;
grant select, update on house.advice_moves to plein_worker;

-- messages: what the requester may not read has another audience, and another policy
create policy requester_reads on house.advice_messages for select to plein_house
  using (audience = 'everyone' and request_id = (select house.advice_own_request()));
create policy team_reads on house.advice_messages for select to plein_house
  using (audience in ('everyone', 'team') and request_id = any ((select house.advice_team_requests())::uuid[]));
create policy desk_reads on house.advice_messages for select to plein_house using ((select house.actor_may('coordinator')));
create policy requester_writes on house.advice_messages for insert to plein_house
  with check (author_kind = 'requester' and request_id = (select house.advice_own_request()));
create policy team_writes on house.advice_messages for insert to plein_house
  with check (author_kind = 'expert' and author_person = (select house.actor_session()) and audience in ('everyone', 'team')
    and request_id = any ((select house.advice_team_requests())::uuid[]));
create policy desk_writes on house.advice_messages for insert to plein_house
  with check (author_kind = 'desk' and author_person = (select house.actor_session()) and (select house.actor_may('coordinator')));
create policy worker on house.advice_messages to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_messages to plein_house;
grant select, insert, update, delete on house.advice_messages to plein_worker;

-- team
create policy team_and_desk_read on house.advice_team for select to plein_house
  using ((select house.actor_may('coordinator')) or person_id = (select house.actor_session()) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy desk_invites on house.advice_team for insert to plein_house with check ((select house.actor_may('coordinator')) and accepted_at is null);
create policy desk_and_own_change on house.advice_team for update to plein_house
  using ((select house.actor_may('coordinator')) or person_id = (select house.actor_session()))
  with check ((select house.actor_may('coordinator')) or person_id = (select house.actor_session()));
create policy worker on house.advice_team to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_team to plein_house;
grant update (ended_at) on house.advice_team to plein_house;
grant select, insert, update, delete on house.advice_team to plein_worker;

create policy worker on house.advice_not_again to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, delete on house.advice_not_again to plein_worker;

-- drafts: the team writes, the desk reads along; the requester sees an answer only once it was given
create policy team_and_desk_read on house.advice_drafts for select to plein_house
  using ((select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy team_writes on house.advice_drafts for insert to plein_house with check (request_id = any ((select house.advice_team_requests())::uuid[]) and saved_by = (select house.actor_session()));
create policy team_rewrites on house.advice_drafts for update to plein_house using (request_id = any ((select house.advice_team_requests())::uuid[]))
  with check (request_id = any ((select house.advice_team_requests())::uuid[]) and saved_by = (select house.actor_session()));
create policy worker on house.advice_drafts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_drafts to plein_house;
grant update (version, text_sealed, voice, behalf_sealed, saved_by, saved_at) on house.advice_drafts to plein_house;
grant select, insert, update, delete on house.advice_drafts to plein_worker;
create policy team_and_desk_read on house.advice_draft_revisions for select to plein_house
  using ((select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy team_writes on house.advice_draft_revisions for insert to plein_house
  with check (request_id = any ((select house.advice_team_requests())::uuid[]) and saved_by = (select house.actor_session()));
create policy worker on house.advice_draft_revisions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_draft_revisions to plein_house;
grant select, insert, update, delete on house.advice_draft_revisions to plein_worker;

create policy those_concerned_read on house.advice_answers for select to plein_house
  using (request_id = (select house.advice_answering_request()) or (select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy team_gives on house.advice_answers for insert to plein_house
  with check (request_id = any ((select house.advice_team_requests())::uuid[]) and given_by = (select house.actor_session()));
create policy worker on house.advice_answers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_answers to plein_house;
grant select, insert, update, delete on house.advice_answers to plein_worker;

create policy team_and_desk_read on house.advice_sessions for select to plein_house
  using ((select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy team_and_desk_write on house.advice_sessions for insert to plein_house
  with check (written_by = (select house.actor_session()) and ((select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[])));
create policy worker on house.advice_sessions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_sessions to plein_house;
grant select, insert, update, delete on house.advice_sessions to plein_worker;

create policy those_concerned_read on house.advice_feedback for select to plein_house
  using (request_id = (select house.advice_own_request()) or (select house.actor_may('coordinator')) or request_id = any ((select house.advice_team_requests())::uuid[]));
create policy requester_gives on house.advice_feedback for insert to plein_house with check (request_id = (select house.advice_own_request()));
create policy worker on house.advice_feedback to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_feedback to plein_house;
grant select, insert, update, delete on house.advice_feedback to plein_worker;

-- evaluations: each by itself; nobody of the duo reads the other's, the requester reads nobody's
create policy own_and_desk_read on house.advice_evaluations for select to plein_house
  using ((select house.actor_may('coordinator')) or (by_kind = 'expert' and person_id = (select house.actor_session()))
    or (by_kind = 'requester' and request_id = (select house.advice_own_request())));
create policy requester_evaluates on house.advice_evaluations for insert to plein_house
  with check (by_kind = 'requester' and request_id = (select house.advice_own_request()));
create policy expert_evaluates on house.advice_evaluations for insert to plein_house
  with check (by_kind = 'expert' and person_id = (select house.actor_session()) and request_id = any ((select house.advice_team_requests())::uuid[]));
create policy worker on house.advice_evaluations to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_evaluations to plein_house;
grant select, insert, update, delete on house.advice_evaluations to plein_worker;

create policy anybody_counts on house.advice_own_answers for insert to plein_house with check (true);
create policy desk_reads on house.advice_own_answers for select to plein_house using ((select house.actor_may('coordinator')) or (select house.actor_edits(null)));
create policy worker on house.advice_own_answers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.advice_own_answers to plein_house;
grant select, insert, update, delete on house.advice_own_answers to plein_worker;
