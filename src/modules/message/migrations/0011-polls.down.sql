drop table message.votes;
alter table message.messages rename column further_seqs to preview_seqs;
alter table message.messages drop column poll;
