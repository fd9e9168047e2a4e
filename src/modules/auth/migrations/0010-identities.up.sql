-- As whom identity providers know people: whoever signs in there as this comes into the account.
create table auth.identities (
  issuer text collate "C" not null,
  subject text collate "C" not null,
  user_id text collate "C" not null references auth.accounts on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
-- One of each provider.
create unique index find_identity on auth.identities (user_id, issuer);

-- The session at the provider that one here began with, and ends with; absent for those that began here.
alter table auth.sessions
  add column provider_issuer text collate "C",
  add column provider_subject text collate "C",
  add column provider_sid text collate "C";
create index end_provided_sessions on auth.sessions (provider_issuer, provider_subject)
  where provider_issuer is not null;
create index end_provided_session on auth.sessions (provider_issuer, provider_sid)
  where provider_sid is not null;

-- What providers have said of logouts, each of which counts once.
create table auth.heard_logouts (
  issuer text collate "C" not null,
  jti text collate "C" not null,
  expires_at timestamptz not null,
  primary key (issuer, jti)
);
create index forget_heard_logouts on auth.heard_logouts (expires_at);
