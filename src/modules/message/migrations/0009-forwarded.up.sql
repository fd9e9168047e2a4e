-- What a message forwards: a copy of the original, with its text until that is deleted.
alter table message.messages add column forwarded jsonb;
create index messages_forwards on message.messages ((forwarded->>'messageId'))
  where forwarded is not null and forwarded->>'text' <> '';

-- message.post for batches in which something is forwarded. One more outcome:
--   no_source  what it forwards was deleted, or is being made anew at this moment
-- Originals are held until the commit, so that a deletion which comes later finds the copies.
create function message.post_forwarding(
  p_ids text[], p_channels text[], p_authors text[], p_client_ids text[], p_bodies text[],
  p_posted_at timestamptz[], p_roots text[], p_also boolean[], p_mentioned text[],
  p_to_channel boolean[], p_to_here boolean[], p_epochs bigint[], p_entries bytea[], p_forwarded jsonb[])
returns table (outcome text, message_id text, seq bigint)
language plpgsql as $$
declare
  l_there text[];
  l_gone boolean[];
  l_outcomes text[];
  l_ids text[];
  l_seqs bigint[];
begin
  -- In the order of a deletion: the heads of channels before messages.
  perform from stream.lock(p_channels);
  perform from message.messages m
    where m.id = any (array(select f->>'messageId' from unnest(p_forwarded) f where f is not null))
    order by m.id for share;
  select array_agg(m.id) into l_there from message.messages m
    where m.id = any (array(select f->>'messageId' from unnest(p_forwarded) f where f is not null))
      and m.deleted_at is null;
  select array_agg(f is not null and f->>'messageId' <> all (coalesce(l_there, '{}')) order by ord) into l_gone
  from unnest(p_forwarded) with ordinality as i (f, ord);

  select array_agg(p.outcome order by p.ord), array_agg(p.message_id order by p.ord), array_agg(p.seq order by p.ord)
  into l_outcomes, l_ids, l_seqs
  from message.post(
    p_ids, p_channels, p_authors, p_client_ids, p_bodies, p_posted_at,
    -- A thread that cannot be keeps it from being posted.
    (select array_agg(case when gone then '' else root end order by ord)
      from unnest(p_roots, l_gone) with ordinality as i (root, gone, ord)),
    p_also, p_mentioned, p_to_channel, p_to_here, p_epochs, p_entries)
  with ordinality as p (outcome, message_id, seq, ord);

  update message.messages m set forwarded = i.forwarded
  from unnest(p_ids, p_forwarded) as i (id, forwarded)
  where m.id = i.id and i.forwarded is not null;

  return query
    select case when o.verdict = 'no_thread' and o.gone then 'no_source' else o.verdict end, o.id, o.place
    from unnest(l_outcomes, l_gone, l_ids, l_seqs) with ordinality as o (verdict, gone, id, place, ord)
    order by o.ord;
end $$;
