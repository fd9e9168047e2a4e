-- The transactional outbox. What it promises is written in the README beside the engine.
create table events.outbox (
  id text collate "C" primary key,
  -- Tells in what order events were written, as far as that can be told. Never a cursor: a smaller
  -- position may be committed after a larger one was read.
  position bigint generated always as identity,
  type text not null,
  -- json and not jsonb: the text stays as it was written, and may hold U+0000.
  payload json not null,
  occurred_at timestamptz not null,
  -- The event during whose handling this one was dispatched.
  caused_by text collate "C",
  -- When its deliveries were made.
  dispatched_at timestamptz
);

create index outbox_relay on events.outbox (position) where dispatched_at is null;
create index outbox_settled on events.outbox (caused_by) where caused_by is not null;

-- Who gets a delivery of which type. Kept here because the process that relays an event need not be
-- one that consumes it.
create table events.consumers (
  subscriber text collate "C" primary key,
  type text not null,
  seen_at timestamptz not null
);

create table events.deliveries (
  event_id text collate "C" not null references events.outbox on delete cascade,
  subscriber text collate "C" not null,
  position bigint not null,
  status text not null default 'pending' check (status in ('pending', 'done', 'parked')),
  -- Attempts begun, so that one which ends its process counts too.
  attempts integer not null default 0,
  -- When it may be attempted; while an attempt runs, when its lease ends.
  due_at timestamptz not null,
  -- The attempt that runs. A failure is recorded only under the lease it ran with.
  lease uuid,
  -- Of the latest attempt that failed.
  last_error text,
  finished_at timestamptz,
  primary key (event_id, subscriber)
);

create index deliveries_claim on events.deliveries (subscriber, due_at, position) where status = 'pending';
create index deliveries_parked on events.deliveries (finished_at) where status = 'parked';

-- All that a context may do here.
create function events.record(
  p_ids text[], p_types text[], p_payloads text[], p_occurred_at timestamptz, p_caused_by text)
returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into events.outbox (id, type, payload, occurred_at, caused_by)
  select id, type, payload::json, p_occurred_at, p_caused_by
  from unnest(p_ids, p_types, p_payloads) with ordinality as t (id, type, payload, ord)
  order by ord;
$$;

revoke execute on all functions in schema events from public;
grant usage on schema events to chatter_context;
grant execute on function events.record to chatter_context;
