-- Who ran which job for which tick, and what came of it.
create table jobs.runs (
  job text collate "C" not null,
  -- The moment for which it was due, the same for all processes: one of them makes the row, and runs it.
  due_at timestamptz not null,
  -- The process.
  ran_by text not null,
  began_at timestamptz not null default now(),
  -- Missing while it runs, and where it ended with its process.
  ended_at timestamptz,
  error text,
  primary key (job, due_at)
);
