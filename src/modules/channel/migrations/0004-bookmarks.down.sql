alter table channel.channels drop bookmarks;
