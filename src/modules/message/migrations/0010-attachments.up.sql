-- The files of a message, as they were when it was posted; null where there are none.
alter table message.messages add column attachments jsonb;

-- message.post_forwarding for batches in which something brings files.
create function message.post_attaching(
  p_ids text[], p_channels text[], p_authors text[], p_client_ids text[], p_bodies text[],
  p_posted_at timestamptz[], p_roots text[], p_also boolean[], p_mentioned text[],
  p_to_channel boolean[], p_to_here boolean[], p_epochs bigint[], p_entries bytea[], p_forwarded jsonb[],
  p_attachments jsonb[])
returns table (outcome text, message_id text, seq bigint)
language plpgsql as $$
begin
  return query
    select p.outcome, p.message_id, p.seq
    from message.post_forwarding(
      p_ids, p_channels, p_authors, p_client_ids, p_bodies, p_posted_at, p_roots, p_also, p_mentioned,
      p_to_channel, p_to_here, p_epochs, p_entries, p_forwarded)
    with ordinality as p (outcome, message_id, seq, ord)
    order by p.ord;

  update message.messages m set attachments = i.attachments
  from unnest(p_ids, p_attachments) as i (id, attachments)
  where m.id = i.id and i.attachments is not null;
end $$;
