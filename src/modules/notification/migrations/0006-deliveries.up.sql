-- One row for each device that is to be told of a notification: a job until it is settled, then a log of it.
create table notification.deliveries (
  notification_id text collate "C" not null,
  device_id text collate "C" not null,
  user_id text collate "C" not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'passed', 'failed')),
  -- Why it was passed over or failed, and what the last try met.
  reason text not null default '',
  tries smallint not null default 0,
  -- While somebody tries it, the moment from which somebody else may.
  due_at timestamptz not null,
  planned_at timestamptz not null,
  settled_at timestamptz,
  -- What was delivered is shown there until this.
  closed_at timestamptz,
  primary key (notification_id, device_id)
) with (fillfactor = 80);
create index deliveries_due on notification.deliveries (due_at) where state = 'waiting';
create index deliveries_of on notification.deliveries (user_id, planned_at);
create index deliveries_shown on notification.deliveries (device_id, settled_at) where state = 'delivered' and closed_at is null;
create index deliveries_old on notification.deliveries (planned_at);
