-- How many proofs house.forget_old_proofs would remove now, for a dry run. The worker reads no proof itself.
create function house.count_old_proofs() returns integer
  language plpgsql security definer set search_path = house, pg_temp as $$
declare n int;
begin
  select count(*) into n from house.platform_proofs
   where expires_at < house.moment() - interval '30 days' or revoked_at < house.moment() - interval '30 days';
  return n;
end $$;
grant execute on function house.count_old_proofs() to plein_worker;

create index platform_mail_outbox_done on house.platform_mail_outbox ((coalesce(sent_at, given_up_at))) where sent_at is not null or given_up_at is not null;
