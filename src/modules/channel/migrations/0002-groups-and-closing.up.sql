alter table channel.channels
  -- Groups whose people may find, read and join a private channel.
  add open_to text[] collate "C" not null default '{}',
  -- One of the two in a direct conversation has blocked the other.
  add closed boolean not null default false,
  add constraint only_private_ones_open_to_groups check (kind = 'private' or open_to = '{}');
create index channels_open_to on channel.channels using gin (open_to) where open_to <> '{}';

-- Joined by right of a group, and is in the channel as long as one gives it.
alter table channel.members add by_group boolean not null default false;
