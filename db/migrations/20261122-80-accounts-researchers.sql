-- Researchers make questionnaires, open waves, analyse and propose what is let out. They are staff: a second factor in
-- production, and a session that ends after half an hour without a page.
alter table house.accounts_permissions drop constraint accounts_permissions_permission_check;
alter table house.accounts_permissions add constraint accounts_permissions_permission_check
  check (permission in ('expert', 'coordinator', 'researcher', 'administrator'));

create or replace function house.accounts_is_staff(person uuid) returns boolean
  language sql stable security definer set search_path = house, pg_temp as $$
  select exists (select from house.accounts_permissions q where q.person_id = person and q.permission in ('coordinator', 'researcher', 'administrator') and q.withdrawn_at is null)
      or exists (select from house.accounts_memberships m where m.person_id = person and m.role = 'editor' and m.until is null)
$$;
