-- Messages that are sent at a later moment. A row is there until its message is.
create table message.scheduled (
  -- The client id of the message too, so that it is posted once however often it is tried.
  id text collate "C" primary key,
  user_id text collate "C" not null,
  org_id text collate "C" not null,
  channel_id text collate "C" not null,
  thread_root_id text collate "C",
  also_in_channel boolean not null,
  body text not null,
  send_at timestamptz not null,
  -- When it is tried next: that moment, or later where something was busy or whoever tries it may have died.
  due_at timestamptz not null,
  -- Whoever sends it has set it: from then on it may be posted already, and nobody changes it any more.
  claimed boolean not null default false,
  -- Why it could not be sent; its author decides what becomes of it.
  failure text
);

create index scheduled_due on message.scheduled (due_at) where failure is null;
create index scheduled_of on message.scheduled (user_id, send_at);
