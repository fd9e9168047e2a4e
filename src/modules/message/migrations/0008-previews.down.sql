drop table message.preview_settings;
drop table message.preview_tasks;
alter table message.messages
  drop column previews,
  drop column preview_seqs;
