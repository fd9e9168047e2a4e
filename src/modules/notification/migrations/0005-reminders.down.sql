drop table notification.announcements;
drop table notification.reminders;
