-- What was decided about flags: of each flag of an organisation the latest row counts. Nothing is changed or deleted.
create table flags.changes (
  id bigint generated always as identity primary key,
  org_id text collate "C" not null,
  flag text collate "C" not null,
  -- Of the people who are named in neither list.
  percent smallint not null check (percent between 0 and 100),
  on_for text[] collate "C" not null,
  off_for text[] collate "C" not null,
  changed_by text collate "C" not null,
  changed_at timestamptz not null
);

create index changes_of_flag on flags.changes (org_id, flag, id desc);
