-- What people want to be reminded of. A row is there until they were.
create table notification.reminders (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  channel_id text collate "C" not null,
  message_id text collate "C" not null,
  seq bigint not null,
  thread_root_id text collate "C",
  in_channel boolean not null,
  note text not null,
  due_at timestamptz not null
);
create index reminders_due on notification.reminders (due_at);
create index reminders_of on notification.reminders (user_id, due_at);
create index reminders_of_message on notification.reminders (message_id);

-- What everybody in an organisation is told, and whom it was told already, by id. A row is there until all were.
create table notification.announcements (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  author_id text collate "C" not null,
  body text not null,
  announced_at timestamptz not null,
  told_to text collate "C" not null default ''
);
