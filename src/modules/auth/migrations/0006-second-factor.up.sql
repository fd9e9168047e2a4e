-- One-time passwords of an app, as a second factor.
create table auth.totp (
  user_id text collate "C" primary key references auth.accounts on delete cascade,
  -- Encrypted.
  secret text collate "C" not null,
  -- Absent until its owner has shown a first code.
  confirmed_at timestamptz,
  -- The step of the last code that was taken: it and those before it are taken no more.
  last_step bigint not null
);

-- For whoever has lost the app: for one use each, and stored as hashes.
create table auth.recovery_codes (
  user_id text collate "C" not null references auth.accounts on delete cascade,
  code_hash bytea not null,
  primary key (user_id, code_hash)
);

-- From when on nobody comes in by a password alone; absent: never.
alter table auth.installation add column second_factor_from timestamptz;
