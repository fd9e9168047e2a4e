-- The read model of the channel logs: what a reader sees now. It can be rebuilt from stream.entries.
create table message.messages (
  id text collate "C" primary key,
  channel_id text collate "C" not null,
  -- The position of the posting entry in the channel's log.
  seq bigint not null,
  author_id text collate "C" not null,
  client_id text not null,
  body text not null,
  posted_at timestamptz not null,
  mentioned text[] not null default '{}',
  mentions_channel boolean not null default false,
  mentions_here boolean not null default false,
  thread_root_id text collate "C",
  also_in_channel boolean not null default false,
  reply_count integer not null default 0,
  last_reply_at timestamptz,
  recent_repliers text[] not null default '{}',
  reaction_count integer not null default 0,
  edited_at timestamptz,
  -- Positions of entries that hold earlier texts, for erasure.
  edit_seqs bigint[] not null default '{}',
  deleted_at timestamptz,
  pinned_by text,
  pinned_at timestamptz,
  -- A deleted root stays as a tombstone while its thread has replies.
  listed boolean not null generated always as
    ((thread_root_id is null or also_in_channel) and (deleted_at is null or reply_count > 0)) stored
) with (fillfactor = 90);

-- One client id names one message, however often and on whatever server it is sent.
create unique index messages_send_once on message.messages (author_id, client_id);
create index messages_page on message.messages (channel_id, seq) include (author_id, deleted_at) where listed;
create index messages_by_time on message.messages (channel_id, posted_at) where listed;
create index messages_thread on message.messages (thread_root_id, seq) where thread_root_id is not null;
create index messages_pins on message.messages (channel_id, pinned_at) where pinned_at is not null;

create table message.reactions (
  message_id text collate "C" not null references message.messages on delete cascade,
  emoji text collate "C" not null,
  user_id text collate "C" not null,
  -- The position of the entry that added it: the order in which people reacted.
  seq bigint not null,
  primary key (message_id, emoji, user_id)
);

-- Who is called by a message. `*` is everybody in the channel: one row, however many they are.
create table message.mentions (
  user_id text collate "C" not null,
  channel_id text collate "C" not null,
  seq bigint not null,
  author_id text collate "C" not null,
  primary key (user_id, channel_id, seq)
);

create table message.drafts (
  user_id text collate "C" not null,
  channel_id text collate "C" not null,
  thread_root_id text collate "C" not null default '',
  body text not null,
  updated_at timestamptz not null,
  primary key (user_id, channel_id, thread_root_id)
);

-- Posts a batch of messages in one statement: the group commit of the write path. For each answers
-- what became of it:
--   posted    it has the seq given
--   known     its author sent it before under the same client id; the message and seq of then
--   revoked   somebody lost a right in the channel since it was permitted: ask again
--   no_thread its thread root is not a root in this channel, or was deleted
-- A batch must not hold two messages with the same author and client id.
-- Its statements are planned once a connection, for batches of any length: planning each batch anew took
-- longer than writing it. And always by index, because the first plan is made while tables are empty.
create function message.post(
  p_ids text[], p_channels text[], p_authors text[], p_client_ids text[], p_bodies text[],
  p_posted_at timestamptz[], p_roots text[], p_also boolean[], p_mentioned text[],
  p_to_channel boolean[], p_to_here boolean[], p_epochs bigint[], p_entries bytea[])
returns table (outcome text, message_id text, seq bigint)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  l_streams text[];
  l_epochs bigint[];
  l_outcomes text[];
  l_ids text[];
  l_seqs bigint[];
  l_posted bigint[];
  l_new_seqs bigint[];
begin
  -- From here on nobody else writes in these channels: what is read below stays true.
  select array_agg(l.stream), array_agg(l.epoch) into l_streams, l_epochs from stream.lock(p_channels) l;

  select array_agg(j.outcome order by j.ord), array_agg(j.known_id order by j.ord),
         array_agg(j.known_seq order by j.ord), array_agg(j.ord order by j.ord) filter (where j.outcome = 'posted')
  into l_outcomes, l_ids, l_seqs, l_posted
  from (
    select i.ord, k.id as known_id, k.seq as known_seq,
      case
        when k.id is not null then 'known'
        when i.epoch <> h.epoch then 'revoked'
        when i.root is not null and not exists (
          select from message.messages r
          where r.id = i.root and r.channel_id = i.channel
            and r.thread_root_id is null and r.deleted_at is null) then 'no_thread'
        else 'posted'
      end as outcome
    from unnest(p_channels, p_authors, p_client_ids, p_roots, p_epochs)
      with ordinality as i (channel, author, client_id, root, epoch, ord)
    join unnest(l_streams, l_epochs) as h (stream, epoch) on h.stream = i.channel
    left join message.messages k on k.author_id = i.author and k.client_id = i.client_id
  ) j;

  if l_posted is not null then
    select stream.append_locked(array_agg(i.channel order by i.ord), array_agg(i.entry order by i.ord))
    into l_new_seqs
    from unnest(p_channels, p_entries) with ordinality as i (channel, entry, ord)
    join unnest(l_posted) as n (ord) on n.ord = i.ord;

    -- Arrays are joined, never subscripted: reaching an element of a text array reads all before it.
    insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at, mentioned,
      mentions_channel, mentions_here, thread_root_id, also_in_channel)
    select i.id, i.channel, n.seq, i.author, i.client_id, i.body, i.posted_at,
      string_to_array(i.mentioned, ' '), i.to_channel, i.to_here, i.root, i.also
    from unnest(p_ids, p_channels, p_authors, p_client_ids, p_bodies, p_posted_at, p_mentioned,
        p_to_channel, p_to_here, p_roots, p_also)
      with ordinality as i (id, channel, author, client_id, body, posted_at, mentioned,
        to_channel, to_here, root, also, ord)
    join unnest(l_posted, l_new_seqs) as n (ord, seq) on n.ord = i.ord;

    if array_to_string(p_mentioned, '') <> '' or true = any (p_to_channel || p_to_here) then
      insert into message.mentions (user_id, channel_id, seq, author_id)
      select m.user_id, i.channel, n.seq, i.author
      from unnest(p_channels, p_authors, p_mentioned, p_to_channel, p_to_here)
        with ordinality as i (channel, author, mentioned, to_channel, to_here, ord)
      join unnest(l_posted, l_new_seqs) as n (ord, seq) on n.ord = i.ord
      cross join lateral (
        select unnest(string_to_array(i.mentioned, ' ')) as user_id
        union select '*' where i.to_channel or i.to_here) m
      where i.mentioned <> '' or i.to_channel or i.to_here;
    end if;

    if array_to_string(p_roots, '') <> '' then
      update message.messages r set
        reply_count = r.reply_count + t.replies,
        last_reply_at = greatest(r.last_reply_at, t.last_at),
        recent_repliers = (
          select array_agg(u order by first) from (
            select u, min(place) as first
            from unnest(t.authors || r.recent_repliers) with ordinality as a (u, place)
            group by u order by min(place) limit 5) latest)
      from (
        select i.root, count(*) as replies, max(i.posted_at) as last_at,
          array_agg(i.author order by n.seq desc) as authors
        from unnest(p_roots, p_authors, p_posted_at) with ordinality as i (root, author, posted_at, ord)
        join unnest(l_posted, l_new_seqs) as n (ord, seq) on n.ord = i.ord
        where i.root is not null group by i.root) t
      where r.id = t.root;
    end if;
  end if;

  return query
    select o.verdict, coalesce(o.known_id, o.id), coalesce(o.known_seq, n.seq)
    from unnest(l_outcomes, l_ids, l_seqs, p_ids) with ordinality as o (verdict, known_id, known_seq, id, ord)
    left join unnest(l_posted, l_new_seqs) as n (ord, seq) on n.ord = o.ord
    order by o.ord;
end $$;
