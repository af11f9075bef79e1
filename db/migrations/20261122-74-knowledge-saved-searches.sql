-- A search that somebody follows by mail: a subscription as the newsletter is one, with what is searched for beside it.

alter table house.knowledge_subscriptions
  add column kind text not null default 'newsletter' check (kind in ('newsletter', 'search'));
-- One newsletter per address; as many searches as somebody likes.
drop index house.knowledge_subscriptions_address_once;
create unique index knowledge_subscriptions_address_once on house.knowledge_subscriptions (email_index)
  where confirmed_at is not null and kind = 'newsletter';
grant select (kind) on house.knowledge_subscriptions to plein_house;

create table house.knowledge_saved_searches (
  subscription_id uuid primary key references house.knowledge_subscriptions on delete cascade,
  search_sealed bytea not null,                   -- under the key of its subscription
  search_index bytea not null,                    -- a keyed hash: one letter per address and search
  person_id uuid                                  -- who was signed in when asking, and sees it among their own; null: nobody was
);
create index knowledge_saved_searches_person on house.knowledge_saved_searches (person_id) where person_id is not null;
call house.guard(array['knowledge_saved_searches']);

-- The link of a letter touches its own subscription; the link that confirms every one of that kind and address.
create or replace function house.knowledge_own_subscriptions() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from house.knowledge_subscriptions s
   where s.id = coalesce(house.actor_link('newsletter'), house.actor_link('search-letter'))::uuid
      or (s.email_index, s.kind) = (select a.email_index, a.kind from house.knowledge_subscriptions a
            where a.id = coalesce(house.actor_link('newsletter-confirm'), house.actor_link('search-confirm'))::uuid)
$$;

create policy anybody_asks on house.knowledge_saved_searches for insert to plein_house
  with check (person_id is null or person_id = (select house.actor_session()));
create policy link_reads on house.knowledge_saved_searches for select to plein_house
  using (subscription_id = any ((select house.knowledge_own_subscriptions())::uuid[]));
create policy own_reads on house.knowledge_saved_searches for select to plein_house
  using (person_id = (select house.actor_session()));
create policy worker on house.knowledge_saved_searches to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select, insert on house.knowledge_saved_searches to plein_house;
grant select, insert, update, delete on house.knowledge_saved_searches to plein_worker;

-- Who was signed in sees and stops what they follow; only the link of the letter confirms it.
create policy own_reads on house.knowledge_subscriptions for select to plein_house
  using (kind = 'search' and id in (select q.subscription_id from house.knowledge_saved_searches q where q.person_id = (select house.actor_session())));
create policy own_stops on house.knowledge_subscriptions for delete to plein_house
  using (kind = 'search' and id in (select q.subscription_id from house.knowledge_saved_searches q where q.person_id = (select house.actor_session())));
