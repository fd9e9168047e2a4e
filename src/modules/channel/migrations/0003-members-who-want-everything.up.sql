-- Who is told of every message: few, in however large a channel. Reading moves no column of it.
create index members_everything on channel.members (channel_id, user_id) where notification_level = 'everything';
