drop function authz.write(text[], text[], text[], text[], text[], text[], text);

create or replace function authz.write(
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

drop table authz.outbox;
drop table authz.mirror;
drop table authz.changes;
