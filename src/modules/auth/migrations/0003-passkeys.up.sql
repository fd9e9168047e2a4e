-- An account may have no password: it is then opened by passkeys.
alter table auth.accounts alter column password_hash drop not null;

create table auth.passkeys (
  id text collate "C" primary key,
  user_id text collate "C" not null references auth.accounts on delete cascade,
  -- As the authenticator names it, in base64url.
  credential_id text collate "C" not null,
  -- What authenticators know the person by: random, the same for all passkeys of an account.
  handle text collate "C" not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  backed_up boolean not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  -- It was shown with a counter that had been used: there may be a copy of it.
  suspected_at timestamptz
);
create unique index find_passkey on auth.passkeys (credential_id);
create index list_passkeys on auth.passkeys (user_id);

-- What somebody has begun and must finish within minutes, for one use: named by the hash of a secret.
create table auth.ceremonies (
  token_hash bytea primary key,
  purpose text not null,
  user_id text collate "C" references auth.accounts on delete cascade,
  content jsonb not null,
  expires_at timestamptz not null
);
create index forget_expired_ceremonies on auth.ceremonies (expires_at);
create index forget_ceremonies on auth.ceremonies (user_id);

alter table auth.sessions
  -- By what it was opened.
  add column method text not null default 'password',
  -- When the person showed once more who they are; absent: when it began.
  add column confirmed_at timestamptz;

-- A registration may wait with a passkey instead of a password.
alter table auth.registrations alter column password_hash drop not null;
alter table auth.registrations add column passkey jsonb;

-- An account is recovered by a link that somebody who manages the organisation hands over.
alter table auth.links drop constraint links_purpose_check;
alter table auth.links add constraint links_purpose_check
  check (purpose in ('resetPassword', 'verifyEmail', 'recoverAccount'));
