-- The calls that programs made with API keys, for as many days as the operator wishes.
create table auth.api_calls (
  id bigint generated always as identity primary key,
  -- Of a key that may be revoked.
  api_key_id text collate "C" not null,
  user_id text collate "C" not null references auth.accounts on delete cascade,
  service text collate "C" not null,
  method text collate "C" not null,
  code text collate "C" not null,
  duration_ms real not null,
  request_id text not null,
  address text not null,
  at timestamptz not null
);
create index list_api_calls on auth.api_calls (at, id);
create index list_api_calls_of_key on auth.api_calls (api_key_id, at, id);
create index list_api_calls_of_person on auth.api_calls (user_id, at, id);
create index list_api_calls_of_method on auth.api_calls (method, at, id);
create index list_failed_api_calls on auth.api_calls (at, id) where code <> 'ok';
