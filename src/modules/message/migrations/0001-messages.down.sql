drop function message.post;
drop table message.drafts;
drop table message.mentions;
drop table message.reactions;
drop table message.messages;
