drop index message.messages_expiring;
drop table message.channel_retention, message.retention;
