-- How long messages are kept, for the organisation and for channels that differ.
create table message.retention (
  org_id text collate "C" primary key,
  -- Null: for ever.
  days integer check (days between 1 and 3650),
  channels_may_differ boolean not null,
  changed_by text collate "C" not null,
  changed_at timestamptz not null
);

create table message.channel_retention (
  channel_id text collate "C" primary key,
  org_id text collate "C" not null,
  days integer check (days between 1 and 3650),
  changed_by text collate "C" not null,
  changed_at timestamptz not null
);
create index channel_retention_of_org on message.channel_retention (org_id);

-- What is still there, replies too, the oldest of a channel first: how old messages are found and counted.
create index messages_expiring on message.messages (channel_id, posted_at) where deleted_at is null;
