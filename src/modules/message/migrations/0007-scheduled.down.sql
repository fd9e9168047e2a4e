drop table message.scheduled;
