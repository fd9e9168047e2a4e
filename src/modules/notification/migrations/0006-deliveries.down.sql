drop table notification.deliveries;
