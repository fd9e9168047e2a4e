create table message.pins (channel_id text references channel.channels, message_id text not null);
