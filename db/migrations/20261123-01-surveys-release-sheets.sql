-- A correction of a wave is audited together with what was let out before, so it must be known whose answers that stood on. Kept
-- is which sheets, and nothing of them: not whose they are, nor what they say. With a sheet its line here goes too; that one is
-- missing is then seen from the figures, which everybody has. Ending a panel changes nothing: a sheet knows no organisation.
create table house.surveys_release_sheets (
  release_id uuid not null references house.surveys_releases on delete cascade,
  sheet_id uuid not null references house.questionnaires_sheets on delete cascade,
  primary key (release_id, sheet_id)
);
create index surveys_release_sheets_sheet on house.surveys_release_sheets (sheet_id);
call house.guard(array['surveys_release_sheets']);
create policy worker on house.surveys_release_sheets to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.surveys_release_sheets to plein_worker;

alter table house.surveys_release_packages add column sheets integer check (sheets >= 0);   -- how many sheets the files were made of
alter table house.surveys_release_packages add constraint surveys_release_packages_of_sheets check ((state = 'made') = (sheets is not null));

-- What goes out was made of answers that are still here, and a refused release needs to know of no sheets.
create or replace function house.surveys_guard_release_files() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
declare made integer;
begin
  if new.wave_id is null or old.outcome is not null then return new; end if;
  if new.outcome = 'released' then
    select p.sheets into made from house.surveys_release_packages p where p.release_id = new.id and p.state = 'made';
    if made is null then
      raise exception 'files first' using errcode = '23514', constraint = 'surveys_releases_with_files';
    end if;
    if made <> (select count(*) from house.surveys_release_sheets s where s.release_id = new.id) then
      raise exception 'a sheet was erased' using errcode = '23514', constraint = 'surveys_releases_whole';
    end if;
  elsif new.outcome = 'refused' then
    delete from house.surveys_release_sheets s where s.release_id = new.id;
  end if;
  return new;
end $$;
