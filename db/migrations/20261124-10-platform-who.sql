-- Who holds a proof, in one question instead of four: it stands as its own transaction, at whose end the proof is gone again.
create function house.who_with(token text) returns jsonb
  language plpgsql volatile set search_path = house, pg_temp as $$
begin
  perform set_config('plein.proof', coalesce(token, ''), true);
  return house.who();
end $$;
grant execute on function house.who_with(text) to plein_house;
