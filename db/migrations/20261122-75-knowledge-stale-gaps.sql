-- An item so late that nobody should lean on it, while none of those who keep it answers: something we no longer know.

alter table house.knowledge_gaps
  add column stale_item_id uuid references house.knowledge_items on delete set null,
  drop constraint knowledge_gaps_origin_check,
  add constraint knowledge_gaps_origin_check check (origin in ('searches', 'request', 'editor', 'stale-item'));
create index knowledge_gaps_stale_item on house.knowledge_gaps (stale_item_id);
alter table square.gaps add column stale_item_id uuid;   -- readers are led to it while it stands on the square

-- Items of which the letters went unanswered for four weeks since they are late, or whose last steward said that it is not
-- theirs any more. Which letters went to whom stays with the worker; editors hear of the item alone.
create function house.knowledge_unanswered_items() returns table (item_id uuid)
  language sql stable security definer set search_path = house, pg_temp as $$
  select i.id from house.knowledge_items i
   where house.actor_edits(null) and i.shelf_version is not null
     and not exists (select from house.knowledge_gaps g where g.stale_item_id = i.id)
     and (exists (
            select from house.knowledge_check_batch_items q join house.knowledge_check_batches b on b.id = q.batch_id
             where q.item_id = i.id and q.state in ('overdue', 'stale') and b.made_at < house.moment() - interval '28 days'
               and not exists (select from house.knowledge_checks c where c.item_id = i.id and c.at >= b.made_at))
       or (select c.outcome from house.knowledge_checks c where c.item_id = i.id order by c.at desc, c.id limit 1) = 'not-ours')
$$;
grant execute on function house.knowledge_unanswered_items() to plein_house;
