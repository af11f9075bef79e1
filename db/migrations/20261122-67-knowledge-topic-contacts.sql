-- Whom to approach: organisations that agreed to be found by theme, role and place. A message goes through the platform to an
-- address that nobody is shown; what was written is sealed with a key of its own and goes after 90 days.

create table house.knowledge_topic_contacts (
  id uuid primary key,
  organisation_id uuid not null references house.accounts_organisations,
  function_name text check (length(function_name) between 1 and 80),   -- a function, never a person
  themes text[] not null check (cardinality(themes) > 0),
  roles text[] not null default '{}',             -- none: every role
  regions text[] not null default '{}',           -- codes of municipalities and provinces; none: everywhere
  phone text check (phone ~ '^[0-9+() -]{6,20}$'),  -- a general number, when the organisation chose so
  email_sealed bytea not null,
  consent_by_sealed bytea not null,               -- who in the organisation agreed
  consent_on date not null,
  noted_by uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid
);
create index knowledge_topic_contacts_organisation on house.knowledge_topic_contacts (organisation_id);

create table house.knowledge_topic_messages (
  id uuid primary key,
  contact_id uuid not null references house.knowledge_topic_contacts on delete cascade,
  name_sealed bytea,
  email_sealed bytea not null,
  email_index bytea not null,                     -- keyed hash: how many letters one address sends in a day
  text_sealed bytea not null,
  lang text not null check (lang in ('nl', 'en')),
  sent_at timestamptz not null
);
create index knowledge_topic_messages_contact on house.knowledge_topic_messages (contact_id, sent_at);
create index knowledge_topic_messages_email on house.knowledge_topic_messages (email_index, sent_at);

call house.guard(array['knowledge_topic_contacts', 'knowledge_topic_messages']);

create table square.topic_contacts (
  id uuid primary key,
  organisation_slug text not null,
  organisation_name text not null,
  function_name text,
  themes text[] not null,
  roles text[] not null,
  regions text[] not null,
  phone text
);
grant select on square.topic_contacts to plein_square;
grant select, insert, update, delete on square.topic_contacts to plein_house, plein_worker;

-- Puts the contacts of an organisation on the square as they stand now: withdrawn, or of one that left, is gone at once.
create function house.knowledge_show_contacts(organisation uuid) returns void
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  delete from square.topic_contacts s using house.knowledge_topic_contacts c where c.id = s.id and c.organisation_id = organisation;
  insert into square.topic_contacts (id, organisation_slug, organisation_name, function_name, themes, roles, regions, phone)
  select c.id, o.slug, o.name, c.function_name, c.themes, c.roles, c.regions, c.phone
    from house.knowledge_topic_contacts c join house.accounts_organisations o on o.id = c.organisation_id
   where c.organisation_id = organisation and c.withdrawn_at is null and o.left_at is null;
  perform pg_notify('square', '');
end $$;
revoke execute on function house.knowledge_show_contacts(uuid) from public;
create function house.knowledge_contact_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  if tg_op = 'DELETE' then delete from square.topic_contacts s where s.id = old.id; end if;
  perform house.knowledge_show_contacts(coalesce(new.organisation_id, old.organisation_id));
  return null;
end $$;
create trigger knowledge_topic_contacts_changed after insert or update or delete on house.knowledge_topic_contacts
  for each row execute function house.knowledge_contact_changed();
create function house.knowledge_organisation_changed() returns trigger
  language plpgsql security definer set search_path = house, pg_temp as $$
begin
  perform house.knowledge_show_contacts(new.id);
  return null;
end $$;
create trigger knowledge_contacts_of_organisation after update on house.accounts_organisations
  for each row when ((old.name, old.slug, old.left_at) is distinct from (new.name, new.slug, new.left_at))
  execute function house.knowledge_organisation_changed();

-- Whether this address may write to this contact now: at most 5 letters a day from one address, 30 to one contact.
create function house.knowledge_may_write(contact uuid, sender bytea) returns text
  language sql stable security definer set search_path = house, pg_temp as $$
  select case
    when not exists (select from square.topic_contacts s where s.id = contact) then 'gone'
    when (select count(*) from house.knowledge_topic_messages m where m.email_index = sender and m.sent_at > house.moment() - interval '1 day') >= 5
      or (select count(*) from house.knowledge_topic_messages m where m.contact_id = contact and m.sent_at > house.moment() - interval '1 day') >= 30
      then 'too-many'
    else 'welcome' end
$$;
grant execute on function house.knowledge_may_write(uuid, bytea) to plein_house, plein_worker;

create policy own_reads on house.knowledge_topic_contacts for select to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy own_adds on house.knowledge_topic_contacts for insert to plein_house
  with check (organisation_id = any ((select house.knowledge_edited())::uuid[]) and noted_by = (select house.actor_session()));
create policy own_changes on house.knowledge_topic_contacts for update to plein_house
  using (organisation_id = any ((select house.knowledge_edited())::uuid[]) and withdrawn_at is null)
  with check (organisation_id = any ((select house.knowledge_edited())::uuid[]));
create policy worker on house.knowledge_topic_contacts to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, organisation_id, function_name, themes, roles, regions, phone, consent_by_sealed, consent_on, made_at, changed_at, withdrawn_at),
  insert on house.knowledge_topic_contacts to plein_house;
grant update (function_name, themes, roles, regions, phone, email_sealed, consent_by_sealed, consent_on, noted_by, changed_at, withdrawn_at, withdrawn_by)
  on house.knowledge_topic_contacts to plein_house;
grant select, insert, update, delete on house.knowledge_topic_contacts to plein_worker;

create policy anybody_writes on house.knowledge_topic_messages for insert to plein_house
  with check (house.knowledge_may_write(contact_id, email_index) = 'welcome');
create policy link_reads on house.knowledge_topic_messages for select to plein_house using (id::text = (select house.actor_link('topic-message')));
create policy worker on house.knowledge_topic_messages to plein_worker using ((select house.actor_works())) with check ((select house.actor_works()));
grant select (id, name_sealed, email_sealed, text_sealed, lang, sent_at), insert on house.knowledge_topic_messages to plein_house;
grant select, insert, update, delete on house.knowledge_topic_messages to plein_worker;
