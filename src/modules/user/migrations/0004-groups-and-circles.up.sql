-- People who are called and given rights together.
create table users.groups (
  id text collate "C" primary key,
  org_id text collate "C" not null references users.orgs on delete cascade,
  handle text collate "C" not null,
  name text not null,
  description text not null
);
create unique index groups_by_handle on users.groups (org_id, handle);

create table users.group_members (
  group_id text collate "C" not null references users.groups on delete cascade,
  user_id text collate "C" not null references users.users on delete cascade,
  primary key (group_id, user_id)
);
create index group_members_groups_of on users.group_members (user_id, group_id);

-- Two rows for two people.
create table users.contacts (
  user_id text collate "C" not null references users.users on delete cascade,
  contact_id text collate "C" not null references users.users on delete cascade,
  primary key (user_id, contact_id)
);
create index contacts_known_to on users.contacts (contact_id);

-- One that was withdrawn or declined stays, so that nobody is asked again and again.
create table users.contact_requests (
  from_id text collate "C" not null references users.users on delete cascade,
  to_id text collate "C" not null references users.users on delete cascade,
  note text not null,
  state text not null check (state in ('open', 'withdrawn', 'declined')),
  at timestamptz not null,
  primary key (from_id, to_id)
);
create index contact_requests_received on users.contact_requests (to_id) where state = 'open';

create table users.blocks (
  user_id text collate "C" not null references users.users on delete cascade,
  blocked_id text collate "C" not null references users.users on delete cascade,
  primary key (user_id, blocked_id)
);
create index blocks_blocked_by on users.blocks (blocked_id);
