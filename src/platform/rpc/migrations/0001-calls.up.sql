-- What servers remember together of the calls they were asked, each for a limited time.

-- Tries within windows of time. Whoever tried is named by a hash only.
create table calls.tries (
  key text collate "C" primary key,
  points integer not null,
  -- Milliseconds since 1970.
  expire double precision
);

-- Answers to calls with an Idempotency-Key, by hashes of who called what with which key.
create table calls.answers (
  key text collate "C" primary key,
  -- Of the request, so that another one under the same key is noticed.
  request text not null,
  -- While the call is under way: who works on it, and until when they are believed to be alive.
  lease uuid,
  leased_until timestamptz,
  -- Encrypted under the key of the call, which is stored nowhere: an answer may hold a secret.
  answer bytea,
  created_at timestamptz not null default now()
);

create index answers_old on calls.answers (created_at);
