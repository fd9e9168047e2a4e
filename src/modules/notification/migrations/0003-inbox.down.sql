drop table notification.begun;
drop table notification.progress;
drop table notification.org_defaults;
drop table notification.mutes;
drop table notification.keywords;
drop table notification.settings;
drop table notification.thread_follows;
drop table notification.notifications;
