-- Previews of links: those shown, and the addresses of those that somebody removed. Null where there never were any.
alter table message.messages
  add column previews jsonb,
  -- Positions of entries that tell of previews, for erasure.
  add column preview_seqs bigint[] not null default '{}';

-- Messages whose links are to be looked at. A row is there until that is done.
create table message.preview_tasks (
  message_id text collate "C" primary key,
  channel_id text collate "C" not null,
  -- When it is looked at, or looked at again where whoever began may have died.
  due_at timestamptz not null,
  tries integer not null default 0
);

create index preview_tasks_due on message.preview_tasks (due_at);

-- Organisations that decided whether links are previewed.
create table message.preview_settings (
  org_id text collate "C" primary key,
  enabled boolean not null,
  changed_by text collate "C" not null,
  changed_at timestamptz not null
);
