-- Who follows the square takes what changed since the last time. Where an item stands on the ladder of checking moves by
-- night and is in nothing that leaves: with a stamp for it, every harvester took everything anew.
create or replace function house.knowledge_stamp_item() returns trigger language plpgsql as $$
declare unseen constant text[] := array['review_by', 'standing', 'needs_work', 'recorded_at'];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - unseen = to_jsonb(old) - unseen then
    new.recorded_at := old.recorded_at;
  else
    new.recorded_at := date_trunc('milliseconds', clock_timestamp() + (house.moment() - now()));
  end if;
  return new;
end
$$;
