-- channel.channels is named in this comment only.
create table message.pins (channel_id text not null, message_id text not null);
