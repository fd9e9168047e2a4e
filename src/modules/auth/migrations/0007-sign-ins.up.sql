-- Who has come in or tried to, from where and by what; for accounts that exist only.
create table auth.sign_ins (
  id bigint generated always as identity primary key,
  user_id text collate "C" not null references auth.accounts on delete cascade,
  org_id text collate "C" not null,
  at timestamptz not null,
  method text not null,
  -- 'in', or why not.
  result text not null,
  address text not null,
  user_agent text not null,
  -- The browser and its system, without their versions.
  device text not null,
  new_device boolean not null
);
create index list_sign_ins on auth.sign_ins (user_id, id);
create index list_sign_ins_of_all on auth.sign_ins (org_id, id);
create index find_known_device on auth.sign_ins (user_id, device) where result = 'in';
create index forget_sign_ins on auth.sign_ins (at);
