-- What stands at the top of a channel, in its order: read and written with the channel, and never much.
alter table channel.channels add bookmarks jsonb not null default '[]';
