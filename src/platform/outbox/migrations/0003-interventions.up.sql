-- What operators did about deliveries: written by the statement that does it.
create table events.interventions (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  -- The person; missing where it was done at the command line.
  actor text collate "C",
  act text not null check (act in ('retried', 'parked', 'replayed')),
  -- Missing: of all events.
  event_id text collate "C",
  -- Missing: of all consumers.
  subscriber text collate "C",
  deliveries integer not null
);
