alter table notification.presence_settings drop expires_at;
