-- What people keep for later. The message may be gone, so nothing refers to it.
create table message.saved (
  user_id text collate "C" not null,
  message_id text collate "C" not null,
  -- Where the right to read it is asked.
  channel_id text collate "C" not null,
  saved_at timestamptz not null,
  done_at timestamptz,
  primary key (user_id, message_id)
);

create index saved_page on message.saved (user_id, (done_at is null), saved_at, message_id);

-- As message.find_lexemes, among what somebody saved: from what they saved, which is little.
create function message.find_saved_lexemes(
  p_user text, p_query tsquery, p_channels text[], p_from timestamptz, p_to timestamptz,
  p_except_from timestamptz[], p_except_to timestamptz[], p_before_at timestamptz, p_before_id text, p_limit integer)
returns table (message_id text, at timestamptz)
language sql stable set enable_seqscan = off set jit = off as $$
  with saved as materialized (select v.message_id from message.saved v where v.user_id = p_user)
  select s.message_id, s.at from saved join message.search s on s.message_id = saved.message_id
  where s.lexemes @@ p_query and s.channel_id = any (p_channels) and s.at >= p_from and s.at < p_to
    and not exists (
      select from unnest(p_except_from, p_except_to) as e (from_at, to_at) where s.at >= e.from_at and s.at < e.to_at)
    and (s.at, s.message_id) < (p_before_at, p_before_id)
  order by s.at desc, s.message_id desc limit p_limit
$$;

-- As message.find_lexemes, without what somebody saved.
create function message.find_unsaved_lexemes(
  p_user text, p_query tsquery, p_channels text[], p_from timestamptz, p_to timestamptz,
  p_except_from timestamptz[], p_except_to timestamptz[], p_before_at timestamptz, p_before_id text, p_limit integer)
returns table (message_id text, at timestamptz)
language sql stable set enable_seqscan = off set jit = off as $$
  select s.message_id, s.at from message.search s
  where s.lexemes @@ p_query and s.channel_id = any (p_channels) and s.at >= p_from and s.at < p_to
    and not exists (
      select from unnest(p_except_from, p_except_to) as e (from_at, to_at) where s.at >= e.from_at and s.at < e.to_at)
    and not exists (select from message.saved v where v.user_id = p_user and v.message_id = s.message_id)
    and (s.at, s.message_id) < (p_before_at, p_before_id)
  order by s.at desc, s.message_id desc limit p_limit
$$;
