import { type Kysely, type RawBuilder, sql } from "kysely";
import type { EventId, UserId } from "../../kernel/ids.ts";
import { type Backlog, OutboxStore } from "./outbox-store.ts";

/** A delivery as an operator sees it. */
export interface DeliveryState {
  readonly subscriber: string;
  readonly status: "pending" | "done" | "parked";
  readonly attempts: number;
  /** When it is tried next, where it is pending. */
  readonly dueAt: Date;
  readonly lastError: string | null;
  readonly finishedAt: Date | null;
}

/** An event and what became of it. */
export interface EventState {
  readonly id: EventId;
  readonly type: string;
  readonly payload: unknown;
  readonly occurredAt: Date;
  readonly causedBy: EventId | null;
  readonly deliveries: readonly DeliveryState[];
}

/** A delivery that was given up. */
export interface ParkedDelivery extends DeliveryState {
  readonly eventId: EventId;
  readonly type: string;
  readonly occurredAt: Date;
  /** When it was parked, in microseconds since 1970; in digits, so that it can be printed as JSON. */
  readonly parkedAt: string;
}

/** Whose deliveries: of all events where none is named, and for all consumers likewise. */
export interface Deliveries {
  readonly event?: EventId | undefined;
  readonly subscriber?: string | undefined;
}

/** What somebody did about deliveries. */
export interface Intervention extends Deliveries {
  /** Grows with time, but for those in the same moment. */
  readonly id: bigint;
  readonly at: Date;
  /** Undefined where it was done at the command line. */
  readonly by: UserId | undefined;
  readonly act: "retried" | "parked" | "replayed";
  /** How many deliveries it concerned. */
  readonly deliveries: number;
}

/**
 * What an operator can do about the deliveries of events, while the program runs or not. `by` is who does it;
 * absent at the command line. What changed something is kept, in the same statement, as an intervention.
 */
export interface Operation {
  /** The latest first; after one of them, what follows it in this order. */
  listParked(
    limit: number,
    after?: Pick<ParkedDelivery, "parkedAt" | "eventId" | "subscriber">,
  ): Promise<readonly ParkedDelivery[]>;
  find(event: EventId): Promise<EventState | undefined>;
  /** Gives up what waits for its next attempt; false where nothing does. An attempt that runs may still succeed. */
  park(event: EventId, subscriber: string, by?: UserId): Promise<boolean>;
  /** Has parked deliveries tried again with all their attempts; how many. */
  retry(which: Deliveries, by?: UserId): Promise<number>;
  /**
   * Has a consumer handle again what occurred since then and is still there (a week, if all completed), also
   * what it has completed or never got; how many events.
   */
  replay(subscriber: string, since: Date, by?: UserId): Promise<number>;
  /** What waits and what was given up, of all events in all processes. */
  backlog(): Promise<Backlog>;
  /** The latest first; with `before`, those that came before it. */
  listInterventions(limit: number, before?: bigint): Promise<readonly Intervention[]>;
}

/** `ring` tells the relays that there is something to do. */
export function createOperation(db: Kysely<unknown>, ring: () => void): Operation {
  const intervene = async (change: RawBuilder<unknown>, note: Note): Promise<number> => {
    const count = await changeAndNote(db, change, note);
    if (count > 0) ring();
    return count;
  };
  return {
    listParked: (limit, after) => listParked(db, limit, after),
    find: (event) => find(db, event),
    async park(event, subscriber, by) {
      const change = sql`
        update events.deliveries
        set status = 'parked', finished_at = now(), lease = null, last_error = coalesce(last_error, 'parked by an operator')
        where event_id = ${event} and subscriber = ${subscriber} and status = 'pending'
        returning 1`;
      return (await intervene(change, { act: "parked", by, event, subscriber })) > 0;
    },
    retry({ event, subscriber }, by) {
      const change = sql`
        update events.deliveries
        set status = 'pending', attempts = 0, due_at = now(), finished_at = null
        where status = 'parked' and event_id = coalesce(${event ?? null}, event_id)
          and subscriber = coalesce(${subscriber ?? null}, subscriber)
        returning 1`;
      return intervene(change, { act: "retried", by, event, subscriber });
    },
    replay(subscriber, since, by) {
      const change = sql`
        insert into events.deliveries as d (event_id, subscriber, position, due_at)
        select o.id, c.subscriber, o.position, now()
        from events.consumers c join events.outbox o on o.type = c.type
        where c.subscriber = ${subscriber} and o.occurred_at >= ${since} and o.dispatched_at is not null
        on conflict (event_id, subscriber) do update
        set status = 'pending', attempts = 0, due_at = now(), finished_at = null
        where d.status <> 'pending'
        returning 1`;
      return intervene(change, { act: "replayed", by, subscriber });
    },
    backlog: () => new OutboxStore(db).backlog(),
    listInterventions: (limit, before) => listInterventions(db, limit, before),
  };
}

type Note = Pick<Intervention, "act" | "by" | "event" | "subscriber">;

/** Nothing is noted where nothing changed. */
async function changeAndNote(db: Kysely<unknown>, change: RawBuilder<unknown>, note: Note): Promise<number> {
  const { act, by = null, event = null, subscriber = null } = note;
  const { rows } = await sql<{ count: number }>`
    with changed as (${change}),
    noted as (
      insert into events.interventions (actor, act, event_id, subscriber, deliveries)
      select ${by}, ${act}, ${event}, ${subscriber}, count(*) from changed having count(*) > 0
    )
    select count(*)::int as count from changed`.execute(db);
  return rows[0]?.count ?? 0;
}

async function listParked(db: Kysely<unknown>, ...[limit, after]: Parameters<Operation["listParked"]>) {
  const from = after
    ? sql`and (d.finished_at, d.event_id, d.subscriber)
        < ('epoch'::timestamptz + ${after.parkedAt}::bigint * interval '1 microsecond', ${after.eventId}, ${after.subscriber})`
    : sql``;
  const { rows } = await sql<ParkedDelivery>`
    select d.event_id as "eventId", o.type, o.occurred_at as "occurredAt",
      (extract(epoch from d.finished_at) * 1000000)::bigint::text as "parkedAt", ${state}
    from events.deliveries d join events.outbox o on o.id = d.event_id
    where d.status = 'parked' ${from}
    order by d.finished_at desc, d.event_id desc, d.subscriber desc limit ${limit}`.execute(db);
  return rows;
}

async function find(db: Kysely<unknown>, event: EventId): Promise<EventState | undefined> {
  const { rows } = await sql<Omit<EventState, "deliveries">>`
    select id, type, payload, occurred_at as "occurredAt", caused_by as "causedBy"
    from events.outbox where id = ${event}`.execute(db);
  const [found] = rows;
  if (found === undefined) return undefined;
  const deliveries = await sql<DeliveryState>`
    select ${state} from events.deliveries d where d.event_id = ${event} order by d.subscriber`.execute(db);
  return { ...found, deliveries: deliveries.rows };
}

async function listInterventions(db: Kysely<unknown>, limit: number, before?: bigint) {
  const { rows } = await sql<Nulled<Intervention>>`
    select id, at, actor as by, act, event_id as event, subscriber, deliveries from events.interventions
    where id < coalesce(${before ?? null}::bigint, id + 1) order by id desc limit ${limit}`.execute(db);
  return rows.map(({ by, event, subscriber, ...rest }) => ({
    ...rest,
    by: by ?? undefined,
    event: event ?? undefined,
    subscriber: subscriber ?? undefined,
  }));
}

type Nulled<T> = { readonly [K in keyof T]: T[K] | (undefined extends T[K] ? null : never) };

const state = sql.raw(`d.subscriber, d.status, d.attempts, d.due_at as "dueAt", d.last_error as "lastError",
  d.finished_at as "finishedAt"`);
