-- Null: until another choice is made.
alter table notification.presence_settings add expires_at timestamptz;
