-- Relationships as schema.zed defines them: resource # relation @ subject.
create table authz.relation_tuples (
  -- Type and id, such as channel:chn_1.
  resource text collate "C" not null,
  relation text collate "C" not null,
  -- A person (user:usr_1), everybody (user:*), an object (org:org_1) or a set (org:org_1#member).
  subject text collate "C" not null,
  -- Concerns more than one person. Of a resource these are few, and every question about it needs them.
  shared boolean not null generated always as (subject not like 'user:%' or subject = 'user:*') stored,
  primary key (resource, relation, subject)
);

-- What one person is to a resource, and to which resources they are anything.
create index relation_tuples_of_person on authz.relation_tuples (subject, resource) include (relation);
create index relation_tuples_shared on authz.relation_tuples (resource) where shared;

-- Takes away first, so that what is both removed and touched is there afterwards. In a fixed order, so that
-- two writers cannot wait for each other.
create function authz.write(
  p_remove_resources text[], p_remove_relations text[], p_remove_subjects text[],
  p_touch_resources text[], p_touch_relations text[], p_touch_subjects text[])
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  with locked as (
    select t.resource, t.relation, t.subject from authz.relation_tuples t
    join unnest(p_remove_resources, p_remove_relations, p_remove_subjects) as r (resource, relation, subject)
      using (resource, relation, subject)
    order by t.resource, t.relation, t.subject for update of t
  )
  delete from authz.relation_tuples t using locked l
  where t.resource = l.resource and t.relation = l.relation and t.subject = l.subject;

  insert into authz.relation_tuples (resource, relation, subject)
  select distinct resource, relation, subject
  from unnest(p_touch_resources, p_touch_relations, p_touch_subjects) as t (resource, relation, subject)
  order by resource, relation, subject
  on conflict do nothing;
end $$;

revoke execute on all functions in schema authz from public;
grant usage on schema authz to chatter_context;
grant execute on function authz.write to chatter_context;
