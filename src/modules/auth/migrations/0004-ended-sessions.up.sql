-- Sessions that somebody else ended, and who.
create table auth.ended_sessions (
  id bigint generated always as identity primary key,
  user_id text collate "C" not null references auth.accounts on delete cascade,
  ended_at timestamptz not null,
  ended_by text collate "C" not null,
  user_agent text not null,
  address text not null
);
create index list_ended_sessions on auth.ended_sessions (user_id, id);
create index forget_ended_sessions on auth.ended_sessions (ended_at);
