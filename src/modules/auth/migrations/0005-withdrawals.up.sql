-- Registrations that were taken back, for as long as the person is to be told.
create table auth.withdrawals (
  user_id text collate "C" primary key,
  email text collate "C" not null,
  password_hash text,
  -- What was refused, and in which words.
  reason text not null,
  message text not null,
  expires_at timestamptz not null
);
create index find_withdrawal_by_email on auth.withdrawals (email);
create index forget_expired_withdrawals on auth.withdrawals (expires_at);

-- By which their sessions are recognised that have ended.
create table auth.withdrawn_sessions (
  token_hash bytea primary key,
  user_id text collate "C" not null references auth.withdrawals on delete cascade
);
create index forget_withdrawn_sessions on auth.withdrawn_sessions (user_id);
