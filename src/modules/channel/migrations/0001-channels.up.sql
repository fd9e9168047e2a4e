create table channel.channels (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  kind text not null check (kind in ('public', 'private', 'direct', 'group_direct')),
  name text collate "C" not null,
  topic text not null,
  description text not null,
  created_by text collate "C" not null,
  archived_at timestamptz,
  is_default boolean not null,
  -- The ids of everybody in a direct conversation, sorted, with a space between.
  direct_key text collate "C",
  -- Kept by those who hold the row's lock.
  member_count integer not null default 0 check (member_count >= 0),
  constraint only_directs_have_a_key
    check ((kind in ('direct', 'group_direct')) = (direct_key is not null))
);

create unique index channels_name_taken on channel.channels (org_id, name)
  where kind in ('public', 'private') and archived_at is null;
create unique index channels_find_direct on channel.channels (direct_key) where direct_key is not null;
create index channels_search on channel.channels (org_id, name, id) where kind = 'public';
create index channels_claim_defaults on channel.channels (org_id) where is_default;

-- Read positions move often and are in no index, so that room in the page spares the indexes a write.
create table channel.members (
  channel_id text collate "C" not null references channel.channels,
  user_id text collate "C" not null,
  role text not null check (role in ('member', 'moderator', 'admin')),
  joined_at timestamptz not null,
  read_seq bigint not null,
  notification_level text not null default 'default'
    check (notification_level in ('default', 'everything', 'mentions', 'nothing')),
  starred boolean not null default false,
  position double precision,
  -- Serves "members of".
  primary key (channel_id, user_id)
) with (fillfactor = 80);

create index members_channels_of on channel.members (user_id, channel_id);
