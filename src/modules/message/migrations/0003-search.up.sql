-- What can be found: the lexemes of every message that is not deleted, made of message.messages by the
-- program. PostgreSQL neither cuts nor stems: a lexeme is its segment, a mark for its sense, and a text.
create table message.search (
  message_id text collate "C" primary key,
  channel_id text collate "C" not null,
  at timestamptz not null,
  lexemes tsvector not null
);

-- New entries wait in a list and are sorted into the index together, which costs a quarter of doing it one by one.
-- Every search reads that list from one end to the other, so it is a short one.
create index search_lexemes on message.search using gin (lexemes)
  with (fastupdate = on, gin_pending_list_limit = 512);

-- Spans of time with about as many messages each. A search looks at one after the other, latest first, so that
-- what it costs does not grow with how common a word is.
create table message.search_segments (
  segment integer primary key,
  from_at timestamptz not null unique,
  -- That of the latest message that was ever in it.
  latest_at timestamptz not null,
  messages integer not null default 0
);

-- How much of each channel's log is in the index.
create table message.search_progress (
  channel_id text collate "C" primary key,
  seq bigint not null
) with (fillfactor = 50);

-- The latest messages of these channels that fulfil the query, before a place in their order. Always by the index:
-- the planner knows nothing of how common a lexeme is within its segment.
create function message.find_lexemes(
  p_query tsquery, p_channels text[], p_from timestamptz, p_to timestamptz,
  p_except_from timestamptz[], p_except_to timestamptz[], p_before_at timestamptz, p_before_id text, p_limit integer)
returns table (message_id text, at timestamptz)
language sql stable set enable_seqscan = off set jit = off as $$
  select s.message_id, s.at from message.search s
  where s.lexemes @@ p_query and s.channel_id = any (p_channels) and s.at >= p_from and s.at < p_to
    and not exists (
      select from unnest(p_except_from, p_except_to) as e (from_at, to_at) where s.at >= e.from_at and s.at < e.to_at)
    and (s.at, s.message_id) < (p_before_at, p_before_id)
  order by s.at desc, s.message_id desc limit p_limit
$$;
