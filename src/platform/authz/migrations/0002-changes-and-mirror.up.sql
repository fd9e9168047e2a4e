-- Who changed who may do what: every change that had an effect, for ever.
create table authz.changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- Whose act it was; null where it followed from none.
  actor text collate "C",
  removed boolean not null,
  resource text collate "C" not null,
  relation text collate "C" not null,
  subject text collate "C" not null
);

create index changes_of_resource on authz.changes (resource, id);
create index changes_of_subject on authz.changes (subject, id);

-- What is known of the SpiceDB that mirrors the relationships; no row: nothing does.
create table authz.mirror (
  single boolean primary key default true check (single),
  -- Tells the store of this installation from that of another.
  owner text not null default gen_random_uuid()::text,
  -- Of the latest write that is known to have succeeded; the store knows its own.
  revision bigint not null default 0,
  -- Who asks SpiceDB at least as fresh as this sees that write.
  token text not null default '',
  -- The relationship up to which all were copied, as resource, relation and subject; null: all were.
  copied text[] default array['', '', '']
);

-- Relationships that have changed, of which SpiceDB must be told how they are now. Rows are only added and
-- deleted, so that who writes never waits for who reads.
create table authz.outbox (
  id bigint generated always as identity primary key,
  resource text collate "C" not null,
  relation text collate "C" not null,
  subject text collate "C" not null
);

create function authz.write(
  p_remove_resources text[], p_remove_relations text[], p_remove_subjects text[],
  p_touch_resources text[], p_touch_relations text[], p_touch_subjects text[],
  p_actor text)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- In a fixed order, so that two writers cannot wait for each other. What is both removed and touched is
  -- there afterwards, and did not change.
  with locked as (
    select t.resource, t.relation, t.subject from authz.relation_tuples t
    join unnest(p_remove_resources, p_remove_relations, p_remove_subjects) as r (resource, relation, subject)
      using (resource, relation, subject)
    where not exists (
      select from unnest(p_touch_resources, p_touch_relations, p_touch_subjects) as k (resource, relation, subject)
      where (k.resource, k.relation, k.subject) = (t.resource, t.relation, t.subject))
    order by t.resource, t.relation, t.subject for update of t
  ), removed as (
    delete from authz.relation_tuples t using locked l
    where t.resource = l.resource and t.relation = l.relation and t.subject = l.subject
    returning t.resource, t.relation, t.subject
  )
  insert into authz.changes (actor, removed, resource, relation, subject)
  select p_actor, true, resource, relation, subject from removed order by resource, relation, subject;

  with touched as (
    insert into authz.relation_tuples (resource, relation, subject)
    select distinct resource, relation, subject
    from unnest(p_touch_resources, p_touch_relations, p_touch_subjects) as t (resource, relation, subject)
    order by resource, relation, subject
    on conflict do nothing
    returning resource, relation, subject
  )
  insert into authz.changes (actor, removed, resource, relation, subject)
  select p_actor, false, resource, relation, subject from touched order by resource, relation, subject;

  -- After the tables above were written: who makes the row of the mirror waits for all that wrote before.
  insert into authz.outbox (resource, relation, subject)
  select resource, relation, subject
  from unnest(
    p_remove_resources || p_touch_resources,
    p_remove_relations || p_touch_relations,
    p_remove_subjects || p_touch_subjects) as t (resource, relation, subject)
  where exists (select from authz.mirror);
end $$;

-- Servers of the version before call it like this.
create or replace function authz.write(
  p_remove_resources text[], p_remove_relations text[], p_remove_subjects text[],
  p_touch_resources text[], p_touch_relations text[], p_touch_subjects text[])
returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select authz.write(
    p_remove_resources, p_remove_relations, p_remove_subjects,
    p_touch_resources, p_touch_relations, p_touch_subjects, null)
$$;

revoke execute on all functions in schema authz from public;
grant execute on all functions in schema authz to chatter_context;
