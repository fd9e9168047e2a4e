alter table channel.members drop by_group;
alter table channel.channels drop open_to, drop closed;
