-- What stands in the way of working with experts by experience, named once, and how often it was reported. A report is a kind of
-- source and a number: not who said it, and not on which day.

create table house.surveys_bottlenecks (
  id uuid primary key,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  title jsonb not null check (length(title ->> 'nl') between 3 and 120),          -- { nl, en? }
  about jsonb not null check (length(about ->> 'nl') between 10 and 1000),
  source text not null check (length(source) between 3 and 300),
  reason text check (length(reason) between 3 and 1000),
  added_by uuid,
  added_at timestamptz not null,
  merged_into uuid references house.surveys_bottlenecks,
  merged_reason text check (length(merged_reason) between 3 and 1000),
  merged_by uuid,
  merged_at timestamptz,
  constraint surveys_bottlenecks_slug_once unique (slug),
  constraint surveys_bottlenecks_merged_with_reason
    check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merged_reason is null)),
  constraint surveys_bottlenecks_not_into_itself check (merged_into <> id)
);
create index surveys_bottlenecks_merged on house.surveys_bottlenecks (merged_into);

create table house.surveys_bottleneck_reports (
  id uuid primary key,
  bottleneck_id uuid not null references house.surveys_bottlenecks,
  source_kind text not null check (source_kind in ('poll', 'request', 'self-assessment')),
  label text check (length(label) between 1 and 200),
  number integer not null check (number > 0),
  month date not null check (extract(day from month) = 1),
  constraint surveys_bottleneck_reports_poll_named check ((source_kind = 'poll') = (label is not null)),
  -- A number of organisations is there from five on, also for somebody who bypasses the code.
  constraint surveys_bottleneck_reports_poll_from_five check (source_kind <> 'poll' or number >= 5),
  constraint surveys_bottleneck_reports_poll_once unique (bottleneck_id, label)
);
create index surveys_bottleneck_reports_bottleneck on house.surveys_bottleneck_reports (bottleneck_id);
call house.guard(array['surveys_bottlenecks', 'surveys_bottleneck_reports']);

create table square.bottlenecks (
  id uuid primary key,
  slug text not null,
  title jsonb not null,
  about jsonb not null,
  source text not null,
  polls jsonb not null,
  requests integer check (requests >= 5),
  assessments integer check (assessments >= 5),
  merged jsonb not null,
  added_on date not null,
  constraint square_bottlenecks_slug_once unique (slug)
);
grant select on square.bottlenecks to plein_square;
grant select, insert, update, delete on square.bottlenecks to plein_house, plein_worker;

-- The square follows by itself. Of two that were merged a poll counts as its larger number: an organisation may have named both.
create function house.surveys_show_bottleneck(bottleneck uuid) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  delete from square.bottlenecks where id = bottleneck;
  insert into square.bottlenecks (id, slug, title, about, source, polls, requests, assessments, merged, added_on)
  with own as (select q.id, q.title, q.merged_reason, q.merged_at from house.surveys_bottlenecks q where q.id = bottleneck or q.merged_into = bottleneck),
       told as (select r.* from house.surveys_bottleneck_reports r where r.bottleneck_id in (select o.id from own o))
  select b.id, b.slug, b.title, b.about, b.source,
         coalesce((select jsonb_agg(jsonb_build_object('label', p.label, 'number', p.number) order by p.month desc, p.label)
                     from (select t.label, max(t.number) as number, max(t.month) as month from told t where t.source_kind = 'poll' group by t.label) p), '[]'),
         (select nullif(greatest(sum(t.number), 4), 4) from told t where t.source_kind = 'request'),
         (select nullif(greatest(sum(t.number), 4), 4) from told t where t.source_kind = 'self-assessment'),
         coalesce((select jsonb_agg(jsonb_build_object('title', o.title, 'reason', o.merged_reason) order by o.merged_at) from own o where o.id <> b.id), '[]'),
         (b.added_at at time zone 'Europe/Amsterdam')::date
    from house.surveys_bottlenecks b where b.id = bottleneck and b.merged_into is null;
  perform pg_notify('square', '');
end $$;
create function house.surveys_bottleneck_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  perform house.surveys_show_bottleneck(new.id);
  if new.merged_into is not null then perform house.surveys_show_bottleneck(new.merged_into); end if;
  return null;
end $$;
create trigger surveys_bottlenecks_changed after insert or update on house.surveys_bottlenecks
  for each row execute function house.surveys_bottleneck_changed();
create function house.surveys_bottleneck_reported() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare b house.surveys_bottlenecks;
begin
  select q.* into b from house.surveys_bottlenecks q where q.id = coalesce(new.bottleneck_id, old.bottleneck_id);
  perform house.surveys_show_bottleneck(coalesce(b.merged_into, b.id));
  return null;
end $$;
create trigger surveys_bottleneck_reports_changed after insert or update or delete on house.surveys_bottleneck_reports
  for each row execute function house.surveys_bottleneck_reported();

-- Editors and researchers look after the register together.
create function house.surveys_keeps_bottlenecks() returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select house.actor_may('researcher') or house.actor_edits(null)
$$;
grant execute on function house.surveys_keeps_bottlenecks() to plein_house, plein_worker;

create policy desk_and_keepers_read on house.surveys_bottlenecks for select to plein_house
  using ((select house.surveys_keeps_bottlenecks()) or (select house.actor_may('coordinator')));
create policy keepers_add on house.surveys_bottlenecks for insert to plein_house
  with check ((select house.surveys_keeps_bottlenecks()) and added_by = (select house.actor_session()) and reason is not null and merged_into is null);
create policy keepers_merge on house.surveys_bottlenecks for update to plein_house
  using ((select house.surveys_keeps_bottlenecks())) with check ((select house.surveys_keeps_bottlenecks()));
create policy worker on house.surveys_bottlenecks to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_bottlenecks to plein_house;
grant update (merged_into, merged_reason, merged_by, merged_at) on house.surveys_bottlenecks to plein_house;
grant select, insert, update on house.surveys_bottlenecks to plein_worker;

create policy keepers_read on house.surveys_bottleneck_reports for select to plein_house using ((select house.surveys_keeps_bottlenecks()));
create policy researchers_report on house.surveys_bottleneck_reports for insert to plein_house
  with check ((select house.actor_may('researcher')) and source_kind = 'poll' or (select house.actor_may('coordinator')) and source_kind = 'request');
create policy researchers_take_back on house.surveys_bottleneck_reports for delete to plein_house
  using ((select house.actor_may('researcher')) and source_kind = 'poll');
create policy worker on house.surveys_bottleneck_reports to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert, delete on house.surveys_bottleneck_reports to plein_house;
grant select, insert, update, delete on house.surveys_bottleneck_reports to plein_worker;
