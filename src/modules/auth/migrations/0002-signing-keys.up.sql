-- The keys that sign access tokens, the same for all servers. The one that is not retired signs.
create table auth.signing_keys (
  kid text collate "C" primary key,
  -- Encrypted.
  secret text collate "C" not null,
  created_at timestamptz not null,
  -- What it has signed before is valid until it expires.
  retired_at timestamptz
);
