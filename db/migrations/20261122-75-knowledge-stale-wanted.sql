-- An item of which the steward leaves and nobody took over yet has nobody who answers, whatever was said before.
create or replace function house.knowledge_unanswered_items() returns table (item_id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.id from house.knowledge_items i
   where house.actor_edits(null) and i.shelf_version is not null
     and not exists (select from house.knowledge_gaps g where g.stale_item_id = i.id)
     and (exists (
            select from house.knowledge_check_batch_items q join house.knowledge_check_batches b on b.id = q.batch_id
             where q.item_id = i.id and q.state in ('overdue', 'stale') and b.made_at < house.moment() - interval '28 days'
               and not exists (select from house.knowledge_checks c where c.item_id = i.id and c.at >= b.made_at))
       or exists (select from house.knowledge_successions s where s.item_id = i.id and s.outcome is null and s.taken_at is null))
$$;
