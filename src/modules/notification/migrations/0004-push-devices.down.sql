drop table notification.push_devices, notification.vapid_keys;
