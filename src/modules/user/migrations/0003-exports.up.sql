-- The organisation as a file, for its owners to take along. What was asked for stays as a record.
create table users.exports (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  scope text not null check (scope in ('public', 'everything')),
  state text not null check (state in ('running', 'ready', 'canceled', 'failed', 'expired')),
  asked_by text collate "C" not null,
  asked_at timestamptz not null,
  -- Names the one who writes the file. Whoever began later writes; the one before does not any more.
  writer uuid,
  channels integer not null default 0,
  channels_done integer not null default 0,
  messages bigint not null default 0,
  bytes bigint not null default 0,
  ended_at timestamptz,
  -- When its file is deleted.
  expires_at timestamptz,
  downloads integer not null default 0,
  downloaded_at timestamptz
);
create unique index exports_one_at_a_time on users.exports (org_id) where state = 'running';
create index exports_list on users.exports (org_id, asked_at desc, id desc);

-- Pieces of the file, each a gzip member of its own. In the file they stand in the order of the key, which is
-- not the one in which they are written.
create table users.export_chunks (
  export_id text collate "C" not null references users.exports on delete cascade,
  part smallint not null,
  n integer not null,
  bytes bytea not null,
  size integer not null,
  messages integer not null,
  channels integer not null,
  -- Where it stands in the file; known when all is written.
  starts_at bigint,
  primary key (export_id, part, n)
);
-- Compressed already.
alter table users.export_chunks alter column bytes set storage external;
create index export_chunks_read on users.export_chunks (export_id, starts_at) where starts_at is not null;
