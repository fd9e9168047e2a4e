-- The key pair by which push services know this installation (RFC 8292): one, as browsers hold to the public half.
create table notification.vapid_keys (
  id text collate "C" primary key check (id = 'vapid'),
  public_key bytea not null,
  -- Encrypted.
  private_key text not null
);
-- The browsers that pushes are sent to, each for one person and as long as their session there lasts.
create table notification.push_devices (
  id text collate "C" primary key,
  user_id text collate "C" not null,
  org_id text collate "C" not null,
  session_id text collate "C" not null,
  endpoint text collate "C" not null unique,
  p256dh bytea not null,
  auth bytea not null,
  user_agent text not null,
  language text not null,
  added_at timestamptz not null,
  last_delivered_at timestamptz
);
create index push_devices_of on notification.push_devices (user_id, added_at);
