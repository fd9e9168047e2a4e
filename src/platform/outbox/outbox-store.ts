import { type Kysely, sql } from "kysely";
import type { EventId } from "../../kernel/ids.ts";
import type { DeliveredEvent } from "./event-bus.ts";

/** In what an event was dispatched, for logs and traces. */
export interface Origin {
  readonly requestId?: string;
  readonly traceparent?: string;
}

/** One attempt at handing one event to one consumer, under a lease. */
export interface Delivery {
  readonly event: DeliveredEvent;
  /** Null where it is not known: servers of an earlier version did not tell. */
  readonly origin: Origin | null;
  readonly subscriber: string;
  /** From 1; larger than the policy allows where earlier attempts ended with their process. */
  readonly attempt: number;
  readonly lease: string;
}

/** What waits, of all events in all processes. */
export interface Backlog {
  readonly pending: number;
  readonly parked: number;
  /** Of the pending: since its event occurred. 0 where nothing is pending. */
  readonly oldestSeconds: number;
}

/** A consumer that this process runs, and how many more deliveries it could take now. */
export interface Lane {
  readonly subscriber: string;
  readonly free: number;
}

export interface Failure {
  readonly error: string;
  /** How long until the next attempt; undefined parks the delivery. */
  readonly retryInMs: number | undefined;
}

/**
 * The relay's statements. Each stands for itself and is safe to run in many processes at once: what a
 * process works on is held by SKIP LOCKED inside a statement and by a lease between statements. Due times
 * are compared with the database's clock only, which is the same for all of them.
 */
export class OutboxStore {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    this.#db = db;
  }

  /** Makes known who consumes what; from then on their events get deliveries, whoever relays them. */
  async announceConsumers(consumers: readonly { subscriber: string; type: string }[]): Promise<void> {
    if (consumers.length === 0) return;
    const names = consumers.map((consumer) => consumer.subscriber);
    const types = consumers.map((consumer) => consumer.type);
    await sql`
      insert into events.consumers (subscriber, type, seen_at)
      select subscriber, type, now() from unnest(${names}::text[], ${types}::text[]) as t (subscriber, type)
      order by subscriber
      on conflict (subscriber) do update set type = excluded.type, seen_at = excluded.seen_at`.execute(
      this.#db,
    );
  }

  /** Gives committed events their deliveries; answers the events, `limit` of them at most. */
  async relay(limit: number): Promise<EventId[]> {
    const { rows } = await sql<{ id: EventId }>`
      with taken as (
        select id, type, occurred_at, position from events.outbox
        where dispatched_at is null order by position limit ${limit} for update skip locked
      ), marked as (
        update events.outbox o set dispatched_at = now() from taken t where o.id = t.id
      ), made as (
        insert into events.deliveries (event_id, subscriber, position, due_at)
        select t.id, c.subscriber, t.position, least(t.occurred_at, now())
        from taken t join events.consumers c on c.type = t.type
      )
      select id from taken`.execute(this.#db);
    return rows.map((row) => row.id);
  }

  /** Leases what is due for these lanes, the oldest of each first. */
  async claim(lanes: readonly Lane[], leaseMs: number): Promise<Delivery[]> {
    if (lanes.length === 0) return [];
    const subscribers = lanes.map((lane) => lane.subscriber);
    const free = lanes.map((lane) => lane.free);
    const { rows } = await sql<ClaimedRow>`
      with next as (
        select due.event_id, due.subscriber
        from unnest(${subscribers}::text[], ${free}::int[]) as lane (subscriber, free)
        cross join lateral (
          select d.event_id, d.subscriber from events.deliveries d
          where d.status = 'pending' and d.subscriber = lane.subscriber and d.due_at <= now()
          order by d.due_at, d.position limit lane.free for update skip locked
        ) due
      )
      update events.deliveries d
      set attempts = d.attempts + 1, lease = gen_random_uuid(), due_at = now() + ${interval(leaseMs)}
      from next join events.outbox o on o.id = next.event_id
      where d.event_id = next.event_id and d.subscriber = next.subscriber
      returning o.id, o.type, o.payload, o.occurred_at as "occurredAt", o.origin,
        d.subscriber, d.attempts as attempt, d.lease`.execute(this.#db);
    return rows.map(({ subscriber, attempt, lease, origin, ...event }) => ({
      event,
      origin,
      subscriber,
      attempt,
      lease,
    }));
  }

  /** Counts even when the lease has ended meanwhile: what is done is done. */
  async markDone({ event, subscriber }: Delivery): Promise<void> {
    await sql`
      update events.deliveries
      set status = 'done', finished_at = now(), lease = null, last_error = null
      where event_id = ${event.id} and subscriber = ${subscriber} and status <> 'done'`.execute(this.#db);
  }

  /** Counts only under the lease: whoever has taken over decides. */
  async markFailed({ event, subscriber, lease }: Delivery, { error, retryInMs }: Failure): Promise<void> {
    const outcome =
      retryInMs === undefined
        ? sql`status = 'parked', finished_at = now()`
        : sql`due_at = now() + ${interval(retryInMs)}`;
    await sql`
      update events.deliveries set ${outcome}, lease = null, last_error = ${error}
      where event_id = ${event.id} and subscriber = ${subscriber} and lease = ${lease}`.execute(this.#db);
  }

  async backlog(): Promise<Backlog> {
    const { rows } = await sql<Backlog>`
      select (select count(*)::int from events.outbox where dispatched_at is null)
           + (select count(*)::int from events.deliveries where status = 'pending') as pending,
        (select count(*)::int from events.deliveries where status = 'parked') as parked,
        greatest(0, extract(epoch from now() - least(
          (select occurred_at from events.outbox where dispatched_at is null order by position limit 1),
          (select min(o.occurred_at) from events.deliveries d join events.outbox o on o.id = d.event_id
           where d.status = 'pending'))))::float8 as "oldestSeconds"`.execute(this.#db);
    const [backlog] = rows;
    if (backlog === undefined) throw new Error("counting answered nothing");
    return backlog;
  }

  /** Consumers that no process has run for so long get no more deliveries; what waits for them is parked. */
  async abandonConsumers(unseenMs: number): Promise<void> {
    await sql`
      with gone as (
        delete from events.consumers where seen_at < now() - ${interval(unseenMs)} returning subscriber
      )
      update events.deliveries d
      set status = 'parked', finished_at = now(), lease = null, last_error = 'its consumer is gone'
      from gone where d.subscriber = gone.subscriber and d.status = 'pending'`.execute(this.#db);
  }

  /** Deletes events before this one that all their consumers completed; answers how many. */
  async deleteCompleted(before: EventId, limit: number): Promise<number> {
    const { rows } = await sql`
      with old as (
        select o.id from events.outbox o
        where o.id < ${before} and o.dispatched_at is not null and not exists (
          select from events.deliveries d where d.event_id = o.id and d.status <> 'done')
        order by o.id limit ${limit} for update skip locked
      )
      delete from events.outbox o using old where o.id = old.id returning o.id`.execute(this.#db);
    return rows.length;
  }

  /**
   * Of these events and all they caused: those that await their deliveries or a first outcome of one. A
   * consumer that only servers of an earlier version had is not waited for.
   */
  async findOpen(events: readonly EventId[]): Promise<EventId[]> {
    const { rows } = await sql<{ id: EventId }>`
      with recursive chain as (
        select id, dispatched_at from events.outbox where id = any(${events})
        union
        select o.id, o.dispatched_at from events.outbox o join chain c on o.caused_by = c.id
      )
      select c.id from chain c
      where c.dispatched_at is null or exists (
        select from events.deliveries d
        where d.event_id = c.id and d.status = 'pending' and d.last_error is null
          and exists (
            select from events.consumers k
            where k.subscriber = d.subscriber and k.seen_at > now() - ${interval(GONE_MS)}))`.execute(
      this.#db,
    );
    return rows.map((row) => row.id);
  }
}

/** Longer than a process that runs a consumer lets pass without saying so. */
const GONE_MS = 30 * 60 * 1_000;

type ClaimedRow = DeliveredEvent & Omit<Delivery, "event">;

const interval = (ms: number) => sql`${ms}::float8 * interval '1 millisecond'`;
