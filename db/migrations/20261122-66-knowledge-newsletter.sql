-- The newsletter: who gets it, in which language and about which themes. Nobody's name is asked.

create table house.knowledge_subscriptions (
  id uuid primary key,
  email_index bytea not null,                     -- a keyed hash: one letter per address
  email_sealed bytea not null,                    -- under a key of its own
  lang text not null check (lang in ('nl', 'en')),
  themes text[] not null,                         -- none: everything
  asked_at timestamptz not null,
  confirmed_at timestamptz,                       -- null: somebody typed this address, and nobody has said yes to it
  digested_until timestamptz,                     -- what was published up to here has been in a letter, or was not asked for
  constraint knowledge_subscriptions_confirmed_counts check ((confirmed_at is null) = (digested_until is null))
);
-- The same address may be typed more than once; it is confirmed once.
create unique index knowledge_subscriptions_address_once on house.knowledge_subscriptions (email_index) where confirmed_at is not null;
create index knowledge_subscriptions_address on house.knowledge_subscriptions (email_index);
create index knowledge_subscriptions_due on house.knowledge_subscriptions (digested_until) where confirmed_at is not null;
create index knowledge_subscriptions_unconfirmed on house.knowledge_subscriptions (asked_at) where confirmed_at is null;

-- With the row goes its key, on whichever road: what a backup or a log still holds of the address is closed for good.
create function house.knowledge_forget_subscription_key() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  delete from house.platform_data_keys where holder = 'subscription:' || old.id;
  return null;
end $$;
create trigger forget_key after delete on house.knowledge_subscriptions
  for each row execute function house.knowledge_forget_subscription_key();

call house.guard(array['knowledge_subscriptions']);

-- What a link may touch: the link of a letter its own subscription; the link that confirms every one of that address.
create function house.knowledge_own_subscriptions() returns uuid[]
  language sql stable security definer set search_path = house, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from house.knowledge_subscriptions s
   where s.id = house.actor_link('newsletter')::uuid
      or s.email_index = (select a.email_index from house.knowledge_subscriptions a where a.id = house.actor_link('newsletter-confirm')::uuid)
$$;
grant execute on function house.knowledge_own_subscriptions() to plein_house, plein_worker;

create policy anybody_asks on house.knowledge_subscriptions for insert to plein_house with check (confirmed_at is null);
create policy link_reads on house.knowledge_subscriptions for select to plein_house
  using (id = any ((select house.knowledge_own_subscriptions())::uuid[]));
create policy link_changes on house.knowledge_subscriptions for update to plein_house
  using (id = any ((select house.knowledge_own_subscriptions())::uuid[])) with check (id = any ((select house.knowledge_own_subscriptions())::uuid[]));
create policy link_stops on house.knowledge_subscriptions for delete to plein_house
  using (id = any ((select house.knowledge_own_subscriptions())::uuid[]));
create policy worker on house.knowledge_subscriptions to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, email_index, lang, themes, asked_at, confirmed_at, digested_until), insert, delete,
  update (lang, themes, confirmed_at, digested_until) on house.knowledge_subscriptions to plein_house;
grant select, insert, update, delete on house.knowledge_subscriptions to plein_worker;
