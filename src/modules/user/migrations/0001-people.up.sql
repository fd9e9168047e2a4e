-- People and the organisation they belong to. The schema is called users, because `user` is a reserved word.

create table users.orgs (
  id text collate "C" primary key,
  name text not null
);

create table users.users (
  id text collate "C" primary key,
  org_id text collate "C" not null references users.orgs,
  handle text collate "C" not null,
  name text not null,
  -- The name without case and accents: order and search are the same whatever the database's collation.
  folded_name text collate "C" not null,
  title text not null,
  timezone text not null,
  avatar text collate "C",
  status_emoji text,
  status_text text,
  status_expires_at timestamptz,
  -- Learnt from auth, with when it was decided, because news may arrive out of order.
  deactivated boolean not null,
  deactivated_since timestamptz not null,
  guest boolean not null,
  guest_since timestamptz not null
);
create unique index users_by_handle on users.users (org_id, handle);
create index list_users on users.users (org_id, folded_name, id);

create table users.avatars (
  user_id text collate "C" primary key references users.users,
  name text collate "C" not null,
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null
);
-- Images are compressed already.
alter table users.avatars alter column bytes set storage external;

create table users.preferences (
  user_id text collate "C" primary key references users.users,
  theme text check (theme in ('light', 'dark', 'high_contrast')),
  density text check (density in ('compact')),
  enter_breaks_line boolean not null,
  welcome_dismissed boolean not null
);
