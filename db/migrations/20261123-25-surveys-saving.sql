-- To save a page of a poll the policies ask some thirty times who holds the link. In SQL these functions were read and planned
-- anew at every call, also while the question itself was being planned: a page took 60 ms of the database. In plpgsql a
-- connection plans them once. What they answer stays the same.

create or replace function house.moment() returns timestamptz language plpgsql stable as $$
declare moved text := nullif(current_setting('plein.clock_offset', true), '');
begin
  if moved is null then return now(); end if;
  if exists (select 1 from house.platform_installation where mode = 'test') then return now() + moved::interval; end if;
  return now();
end $$;

create or replace function house.actor_person() returns uuid language plpgsql stable as $$
declare p house.proven := house.proof();
begin
  return case when p.kind = 'session' or (p.kind = 'link' and p.person_id is not null) then p.person_id end;
end $$;
create or replace function house.actor_session() returns uuid language plpgsql stable as $$
declare p house.proven := house.proof();
begin
  return case when p.kind = 'session' then p.person_id end;
end $$;
create or replace function house.actor_works() returns boolean language plpgsql stable as $$
declare p house.proven := house.proof();
begin
  return coalesce(p.kind in ('job', 'operator'), false);
end $$;
create or replace function house.actor_link(wanted text) returns text language plpgsql stable as $$
declare p house.proven := house.proof();
begin
  return case when p.kind = 'link' and p.purpose = wanted then p.subject end;
end $$;

create or replace function house.surveys_linked_sheet() returns uuid
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare p house.proven := house.proof(); sheet uuid;
begin
  if p.kind is distinct from 'link' then return null; end if;
  if p.purpose in ('sheet', 'sheet-copy') then return p.subject::uuid; end if;
  if p.purpose = 'sheet-part' then
    select q.sheet_id into sheet from house.surveys_parts q where q.id = p.subject::uuid and q.ended_at is null;
  end if;
  return sheet;
end $$;

create or replace function house.surveys_linked_wave() returns uuid
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare sheet uuid := house.surveys_linked_sheet(); declined text; wave uuid;
begin
  if sheet is not null then
    select r.wave_id into wave from house.surveys_respondents r where r.sheet_id = sheet;
    if wave is null then select o.wave_id into wave from house.surveys_open_answers o where o.sheet_id = sheet; end if;
    return wave;
  end if;
  declined := house.actor_link('poll-decline');
  if declined is null then return null; end if;
  select l.wave_id into wave from house.surveys_invitations i join house.surveys_places l on l.id = i.place_id where i.id = declined::uuid;
  return wave;
end $$;

create or replace function house.surveys_linked_series() returns uuid
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare wave uuid := house.surveys_linked_wave(); series uuid;
begin
  if wave is null then return null; end if;
  select w.series_id into series from house.surveys_waves w where w.id = wave;
  return series;
end $$;

create or replace function house.surveys_part_sheet() returns uuid
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare part text := house.actor_link('sheet-part'); sheet uuid;
begin
  if part is null then return null; end if;
  select q.sheet_id into sheet from house.surveys_parts q where q.id = part::uuid and q.ended_at is null;
  return sheet;
end $$;

create or replace function house.surveys_part_questions(before boolean) returns text[]
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare part_id text := house.actor_link('sheet-part'); keys text[];
begin
  if part_id is null then return '{}'; end if;
  with recursive asked as (
    select part.section = s ->> 'key' as handed, q ->> 'key' as key, coalesce(q -> 'when' -> 'all', '[]') as tests
      from house.surveys_parts part join house.questionnaires_sheets sheet on sheet.id = part.sheet_id
      join house.questionnaires_versions v on v.id = sheet.version_id,
           jsonb_array_elements(v.definition -> 'sections') s, jsonb_array_elements(s -> 'questions') q
     where part.id = part_id::uuid and part.ended_at is null),
  wanted as (
    select key from asked where handed
    union select t ->> 'question' from wanted w join asked a on a.key = w.key, jsonb_array_elements(a.tests) t where before)
  select coalesce(array_agg(key), '{}') into keys from wanted;
  return keys;
end $$;

create or replace function house.surveys_earlier_sheet() returns uuid
  language plpgsql stable security definer set search_path = house, pg_temp as $$
declare own text := house.actor_link('sheet'); sheet uuid;
begin
  if own is null then return null; end if;
  select e.sheet_id into sheet from house.surveys_respondents r join house.surveys_waves w on w.id = r.wave_id
    join house.surveys_respondents e on e.pseudonym = r.pseudonym and e.state = 'sent' and not e.trial
    join house.surveys_waves ew on ew.id = e.wave_id and ew.series_id = w.series_id and ew.number < w.number
   where r.sheet_id = own::uuid order by ew.number desc limit 1;
  return sheet;
end $$;

-- Once for a page instead of twice for each of its answers. What comes after a sending finds the row of the sheet as it is
-- then: whoever saves has held that row before.
drop trigger guarded on house.questionnaires_answers;
drop function house.questionnaires_guard_sent();
create function house.questionnaires_guard_sent() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if exists (select from house.questionnaires_sheets s where s.id in (select c.sheet_id from changed c) and s.sent_at is not null) then
    raise exception 'this sheet was sent' using errcode = '23514', constraint = 'questionnaires_answers_sent';
  end if;
  return null;
end $$;
create trigger guarded_new after insert on house.questionnaires_answers
  referencing new table as changed for each statement execute function house.questionnaires_guard_sent();
create trigger guarded_old after delete on house.questionnaires_answers
  referencing old table as changed for each statement execute function house.questionnaires_guard_sent();
create trigger guarded_changed after update on house.questionnaires_answers
  referencing new table as changed for each statement execute function house.questionnaires_guard_sent();
