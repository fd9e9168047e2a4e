drop function message.post_attaching;
alter table message.messages drop column attachments;
