-- Answers in own words of a closed wave, coded by two people apart. An answer is kept here without names, places and addresses, and
-- without the organisation that gave it: only the counts of codes go on.

create table house.surveys_coded_answers (
  id uuid primary key,
  wave_id uuid not null references house.surveys_waves on delete cascade,
  question text not null check (length(question) between 1 and 100),
  place integer not null check (place > 0),                       -- in an order that says nothing
  sealed bytea not null,
  constraint surveys_coded_answers_place_once unique (wave_id, question, place)
);
create table house.surveys_coders (
  wave_id uuid not null references house.surveys_waves on delete cascade,
  question text not null check (length(question) between 1 and 100),
  seat smallint not null check (seat in (1, 2)),
  person_id uuid,
  took_at timestamptz not null,
  primary key (wave_id, question, seat),
  constraint surveys_coders_two_people unique (wave_id, question, person_id)
);
create table house.surveys_codings (
  answer_id uuid not null references house.surveys_coded_answers on delete cascade,
  seat smallint not null check (seat in (1, 2)),
  codes text[] not null,
  coded_at timestamptz not null,
  primary key (answer_id, seat)
);
create table house.surveys_settlements (
  answer_id uuid primary key references house.surveys_coded_answers on delete cascade,
  codes text[] not null,
  settled_by uuid,
  settled_at timestamptz not null
);
call house.guard(array['surveys_coded_answers', 'surveys_coders', 'surveys_codings', 'surveys_settlements']);

-- The seat of whoever acts, for the question of this answer; null when they have none.
create function house.surveys_own_seat(answer uuid) returns smallint
  language sql stable security definer set search_path = house, pg_temp as $$
  select c.seat from house.surveys_coders c join house.surveys_coded_answers a on a.wave_id = c.wave_id and a.question = c.question
   where a.id = answer and c.person_id = house.actor_session() and house.actor_may('researcher')
$$;
-- Both coders have done every answer to the question of this one. From then on their codes are seen, and stand.
create function house.surveys_both_coded(answer uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select not exists (
    select from house.surveys_coded_answers a join house.surveys_coded_answers b on b.wave_id = a.wave_id and b.question = a.question
     where a.id = answer and (select count(*) from house.surveys_codings c where c.answer_id = b.id) < 2)
$$;
grant execute on function house.surveys_own_seat(uuid), house.surveys_both_coded(uuid) to plein_house, plein_worker;

create policy researchers_read on house.surveys_coded_answers for select to plein_house using ((select house.actor_may('researcher')));
create policy worker on house.surveys_coded_answers to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select on house.surveys_coded_answers to plein_house;
grant select, insert, update, delete on house.surveys_coded_answers to plein_worker;

create policy researchers_read on house.surveys_coders for select to plein_house using ((select house.actor_may('researcher')));
create policy own_takes on house.surveys_coders for insert to plein_house
  with check ((select house.actor_may('researcher')) and person_id = (select house.actor_session()));
create policy worker on house.surveys_coders to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_coders to plein_house;
grant select, insert, update, delete on house.surveys_coders to plein_worker;

create policy own_or_both on house.surveys_codings for select to plein_house
  using ((select house.actor_may('researcher')) and (seat = house.surveys_own_seat(answer_id) or house.surveys_both_coded(answer_id)));
create policy own_codes on house.surveys_codings for insert to plein_house
  with check (seat = house.surveys_own_seat(answer_id) and not house.surveys_both_coded(answer_id));
create policy own_codes_again on house.surveys_codings for update to plein_house
  using (seat = house.surveys_own_seat(answer_id) and not house.surveys_both_coded(answer_id)) with check (seat = house.surveys_own_seat(answer_id));
create policy worker on house.surveys_codings to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_codings to plein_house;
grant update (codes, coded_at) on house.surveys_codings to plein_house;
grant select, insert, update, delete on house.surveys_codings to plein_worker;

create policy researchers_read on house.surveys_settlements for select to plein_house using ((select house.actor_may('researcher')));
create policy coders_settle on house.surveys_settlements for insert to plein_house
  with check (house.surveys_own_seat(answer_id) is not null and house.surveys_both_coded(answer_id) and settled_by = (select house.actor_session()));
create policy coders_settle_again on house.surveys_settlements for update to plein_house
  using (house.surveys_own_seat(answer_id) is not null) with check (house.surveys_own_seat(answer_id) is not null and settled_by = (select house.actor_session()));
create policy worker on house.surveys_settlements to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_settlements to plein_house;
grant update (codes, settled_by, settled_at) on house.surveys_settlements to plein_house;
grant select, insert, update, delete on house.surveys_settlements to plein_worker;
