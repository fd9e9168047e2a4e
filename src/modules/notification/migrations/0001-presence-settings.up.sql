-- What people chose to show of themselves, over devices and restarts. No row: what they do is shown.
create table notification.presence_settings (
  user_id text collate "C" primary key,
  setting text not null check (setting in ('active', 'away', 'do_not_disturb'))
);
