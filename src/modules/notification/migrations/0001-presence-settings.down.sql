drop table notification.presence_settings;
