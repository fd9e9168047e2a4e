-- Sagas that were started, and what each of their steps answered.
create table workflow.runs (
  -- Chosen by whoever starts it: the same id starts once.
  id text collate "C" primary key,
  saga text collate "C" not null,
  input jsonb not null,
  state text not null default 'running' check (state in ('running', 'finished', 'compensated', 'stuck')),
  -- When somebody must look at it: to begin it, to try again, to wake it, or because who had it is gone.
  due_at timestamptz not null default now(),
  -- Names the one who has it. Whoever was given it later writes; the one before does not any more.
  claim uuid,
  -- Failures of the present step in a row.
  failures integer not null default 0,
  -- Why it is tried again, was compensated or is stuck.
  error text,
  started_at timestamptz not null default now(),
  ended_at timestamptz
);
create index runs_due on workflow.runs (due_at) where state = 'running';
create index runs_forget on workflow.runs (ended_at) where state in ('finished', 'compensated');

create table workflow.steps (
  run_id text collate "C" not null references workflow.runs on delete cascade,
  -- From 0 on, in the order in which the saga asks.
  n integer not null,
  step text collate "C" not null,
  -- {"answer": …}, {"refusal": {…}}, or {"wakeAt": …} of a sleep.
  outcome jsonb not null,
  primary key (run_id, n)
);
