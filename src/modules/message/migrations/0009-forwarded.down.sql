drop function message.post_forwarding;
alter table message.messages drop column forwarded;
