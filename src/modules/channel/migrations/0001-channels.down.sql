drop table channel.members;
drop table channel.channels;
