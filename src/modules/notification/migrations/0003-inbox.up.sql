-- What somebody is told of: one row for each person and subject, made by the decision about it.
create table notification.notifications (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  -- What it is about, so that nobody is told of one thing twice.
  subject text collate "C" not null,
  cause text not null check (cause in ('mention', 'keyword', 'reply', 'reaction', 'direct', 'message',
    'invitation', 'reminder', 'announcement')),
  -- What answers why: the group that was called, the word that was found, why the thread is followed.
  detail text not null,
  channel_id text collate "C",
  message_id text collate "C",
  thread_root_id text collate "C",
  -- Read in its channel; otherwise in its thread.
  in_channel boolean not null,
  -- The position of the message in the channel's log: read positions tell whether it was read.
  seq bigint,
  actor_id text collate "C",
  -- What is said in it where there is no message to look at.
  body text not null default '',
  raised_at timestamptz not null,
  listed boolean not null,
  desktop boolean not null,
  push text not null check (push in ('no', 'at_once', 'if_unread')),
  mail boolean not null,
  held text check (held in ('level', 'muted', 'schedule', 'do_not_disturb')),
  -- Looked at in the inbox itself; what was read in its channel is known by the read position.
  read_at timestamptz,
  done_at timestamptz,
  snoozed_until timestamptz
) with (fillfactor = 90);

create unique index notifications_once on notification.notifications (user_id, subject);
create index notifications_of_message on notification.notifications (message_id) where message_id is not null;
create index notifications_in_channel on notification.notifications (user_id, channel_id) where channel_id is not null;
create index notifications_open on notification.notifications (user_id, raised_at, id) where listed and done_at is null;
create index notifications_done on notification.notifications (user_id, raised_at, id) where listed and done_at is not null;
create index notifications_old on notification.notifications (raised_at);

-- Who follows a thread, or decided not to, and how far they have read in it.
create table notification.thread_follows (
  user_id text collate "C" not null,
  thread_root_id text collate "C" not null,
  channel_id text collate "C" not null,
  following boolean not null,
  because text not null check (because in ('started', 'wrote', 'chose')),
  read_seq bigint not null,
  primary key (user_id, thread_root_id)
) with (fillfactor = 80);
create index thread_follows_of_thread on notification.thread_follows (thread_root_id, user_id) where following;
create index thread_follows_in_channel on notification.thread_follows (user_id, channel_id);

-- What people chose. No row: what the organisation chose.
create table notification.settings (
  user_id text collate "C" primary key,
  org_id text collate "C" not null,
  level text check (level in ('everything', 'mentions', 'nothing')),
  -- Monday is bit 0. Null: at any time.
  schedule_days smallint check (schedule_days between 1 and 127),
  -- Minutes of the day; from a later to an earlier one it lasts into the next day.
  schedule_from smallint check (schedule_from between 0 and 1439),
  schedule_to smallint check (schedule_to between 0 and 1439),
  timezone text,
  constraint a_schedule_is_whole
    check (num_nulls(schedule_days, schedule_from, schedule_to, timezone) in (0, 4))
);
create index settings_everything on notification.settings (org_id, user_id) where level = 'everything';

-- Words of which somebody wants to hear, as they are compared.
create table notification.keywords (
  user_id text collate "C" not null,
  org_id text collate "C" not null,
  keyword text collate "C" not null,
  primary key (user_id, keyword)
);
create index keywords_found on notification.keywords (org_id, keyword);

create table notification.mutes (
  user_id text collate "C" not null,
  channel_id text collate "C" not null,
  until timestamptz not null,
  primary key (user_id, channel_id)
);

create table notification.org_defaults (
  org_id text collate "C" primary key,
  level text not null check (level in ('everything', 'mentions', 'nothing'))
);

-- How much of each channel's log was decided about.
create table notification.progress (
  channel_id text collate "C" primary key,
  seq bigint not null
) with (fillfactor = 50);
-- One row once it is known where to begin: what was said before there were notifications is nobody's.
create table notification.begun (at timestamptz not null);
create unique index begun_once on notification.begun ((true));
