-- What organisations (user_id is '') and people keep, begun uploads included. Changed together with the rows that it
-- counts, so it is exact after whatever happened.
create table file.usage (
  org_id text collate "C" not null,
  user_id text collate "C" not null default '',
  bytes bigint not null check (bytes >= 0),
  primary key (org_id, user_id)
) with (fillfactor = 50);

create table file.uploads (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  owner_id text collate "C" not null,
  name text not null,
  bytes bigint not null,
  begun_at timestamptz not null
);
create index uploads_of on file.uploads (owner_id);
create index uploads_by_age on file.uploads (begun_at);

-- Every content that is kept, until the last file of it is gone and a job has taken it away.
create table file.contents (
  hash text collate "C" primary key
);

create table file.files (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  owner_id text collate "C" not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  hash text collate "C" not null references file.contents,
  uploaded_at timestamptz not null,
  -- Null for what is no picture.
  width integer,
  height integer,
  placeholder bytea
);
create index files_of on file.files (owner_id, id);
create index files_with on file.files (hash);

-- For which message a file may be seen in which channel. Written before the message is, so that nobody reads of a file
-- that they may not open; what was not posted after all is found by the messages that are not confirmed.
create table file.shares (
  message_id text collate "C" not null,
  file_id text collate "C" not null references file.files on delete cascade,
  channel_id text collate "C" not null,
  shared_at timestamptz not null,
  confirmed boolean not null default false,
  primary key (message_id, file_id)
);
create index shares_of on file.shares (file_id, channel_id);
create index shares_to_confirm on file.shares (shared_at) where not confirmed;
