-- What was taken by somebody who edits for the keeper no more, is a preview again: another editor takes it.
create or replace function house.knowledge_guard_run() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
      'waiting>reading', 'reading>previewed', 'reading>set-aside', 'waiting>failed', 'reading>failed', 'waiting>set-aside',
      'previewed>committing', 'previewed>set-aside', 'committing>committed', 'committing>previewed']) then
    raise exception 'no such move of a run' using errcode = '23514', constraint = 'knowledge_harvest_runs_move';
  end if;
  return new;
end $$;
