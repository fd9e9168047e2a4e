-- Durable streams: channel logs and personal streams, one mechanism. See docs/realtime.md.
-- A head row exists once a stream has an entry; its row lock is what makes numbering gapless.
create table stream.heads (
  stream text collate "C" primary key,
  head bigint not null default 0,
  -- Raised whenever somebody loses a right on what the stream belongs to; a writer that was
  -- permitted under an older epoch must ask again.
  epoch bigint not null default 0
) with (fillfactor = 50);

create table stream.entries (
  stream text collate "C" not null,
  seq bigint not null,
  entry bytea not null,
  primary key (stream, seq)
) partition by hash (stream);

do $$ begin
  for i in 0..7 loop
    execute format('create table stream.entries_%s partition of stream.entries
      for values with (modulus 8, remainder %s)', i, i);
  end loop;
end $$;

-- Locks the heads of the streams until the end of the transaction and tells where they stand.
-- Always in the order of their names, so that two writers cannot wait for each other.
create function stream.lock(p_streams text[])
returns table (stream text, head bigint, epoch bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into stream.heads (stream)
    select distinct s from unnest(p_streams) s
    where not exists (select from stream.heads h where h.stream = s)
    order by s
    on conflict do nothing;
  return query
    select h.stream, h.head, h.epoch from stream.heads h
    where h.stream = any (p_streams) order by h.stream for update;
end $$;

-- Appends entries in the order given and answers the seq of each, in the same order. The caller has
-- locked the streams in this transaction; whoever has not calls stream.append.
create function stream.append_locked(p_streams text[], p_entries bytea[])
returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  seqs bigint[];
begin
  with input as (
    select s as stream, e as entry, ord, row_number() over (partition by s order by ord) as n
    from unnest(p_streams, p_entries) with ordinality as t (s, e, ord)
  ), moved as (
    update stream.heads h set head = h.head + c.n
    from (select i.stream, count(*) as n from input i group by i.stream) c
    where h.stream = c.stream
    returning h.stream, h.head - c.n as base
  ), stored as (
    insert into stream.entries (stream, seq, entry)
    select i.stream, m.base + i.n, i.entry from input i join moved m on m.stream = i.stream
  )
  select array_agg(m.base + i.n order by i.ord) into seqs
  from input i join moved m on m.stream = i.stream;
  return seqs;
end $$;

create function stream.append(p_streams text[], p_entries bytea[])
returns bigint[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform stream.lock(p_streams);
  return stream.append_locked(p_streams, p_entries);
end $$;

-- How far a stream goes, in the snapshot of the calling query: what a page of a read model reflects.
create function stream.head(p_stream text)
returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select h.head from stream.heads h where h.stream = p_stream), 0);
$$;

-- Raises the epoch: whoever was permitted before must ask again before the next entry.
create function stream.fence(p_stream text)
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform stream.lock(array[p_stream]);
  update stream.heads h set epoch = h.epoch + 1 where h.stream = p_stream;
end $$;

-- Puts entries without their content in the place of those that had it.
create function stream.redact(p_stream text, p_seqs bigint[], p_entries bytea[])
returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update stream.entries e set entry = b.entry
  from unnest(p_seqs, p_entries) as b (seq, entry)
  where e.stream = p_stream and e.seq = b.seq;
$$;

revoke execute on all functions in schema stream from public;
grant usage on schema stream to chatter_context;
grant execute on function stream.lock, stream.append, stream.append_locked, stream.head, stream.fence, stream.redact to chatter_context;
