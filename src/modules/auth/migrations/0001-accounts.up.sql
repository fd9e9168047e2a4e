-- Who may come in. Secrets are stored as hashes only: SHA-256 of 256 random bits, Argon2id of passwords.

-- One row at most: whoever inserts it has founded the organisation. Its lock serialises decisions about
-- roles and deactivations.
create table auth.installation (
  single boolean primary key default true check (single),
  org_id text collate "C" not null
);

create table auth.accounts (
  user_id text collate "C" primary key,
  org_id text collate "C" not null,
  -- In lower case and without spaces around it.
  email text collate "C" not null,
  password_hash text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  email_verified_at timestamptz,
  deactivated_at timestamptz
);
create unique index find_account_by_email on auth.accounts (email);
create index list_accounts on auth.accounts (org_id, email);
create index count_owners on auth.accounts (org_id) where role = 'owner';

create table auth.sessions (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth.accounts,
  token_hash bytea not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null,
  address text not null
);
create unique index find_session on auth.sessions (token_hash);
create index list_sessions on auth.sessions (user_id);
create index forget_expired_sessions on auth.sessions (last_seen_at);

create table auth.api_keys (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth.accounts,
  secret_hash bytea not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create unique index find_api_key on auth.api_keys (secret_hash);
create index list_api_keys on auth.api_keys (user_id);

create table auth.invitations (
  id text collate "C" primary key,
  org_id text collate "C" not null,
  token_hash bytea not null,
  role text not null check (role in ('admin', 'member', 'guest')),
  email text collate "C",
  created_by text collate "C" not null references auth.accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  uses_left integer not null check (uses_left >= 0),
  revoked_at timestamptz
);
create unique index find_invitation on auth.invitations (token_hash);
create index forget_expired_invitations on auth.invitations (expires_at);
create index list_invitations on auth.invitations (org_id, expires_at) where revoked_at is null;
create index count_open_invitations on auth.invitations (created_by, expires_at) where revoked_at is null;

-- Links sent by mail, for one use each.
create table auth.links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('resetPassword', 'verifyEmail')),
  user_id text collate "C" not null references auth.accounts,
  expires_at timestamptz not null
);
create index forget_links on auth.links (user_id, purpose);
create index forget_expired_links on auth.links (expires_at);

-- Registrations that wait until their email address is confirmed; several may wait for one address.
create table auth.registrations (
  token_hash bytea primary key,
  email text collate "C" not null,
  password_hash text not null,
  name text not null,
  expires_at timestamptz not null
);
create index forget_registrations on auth.registrations (email);
create index forget_expired_registrations on auth.registrations (expires_at);
