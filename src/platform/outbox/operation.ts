import { type Kysely, sql } from "kysely";
import type { EventId } from "../../kernel/ids.ts";

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
}

/** What an operator can do about the deliveries of events, while the program runs or not. */
export interface Operation {
  /** The latest first. */
  listParked(limit: number): Promise<readonly ParkedDelivery[]>;
  find(event: EventId): Promise<EventState | undefined>;
  /** Gives up what waits for its next attempt; false where nothing does. An attempt that runs may still succeed. */
  park(event: EventId, subscriber: string): Promise<boolean>;
  /** Has parked deliveries tried again with all their attempts, of all events where none is named; how many. */
  retry(which: { readonly event?: EventId; readonly subscriber?: string }): Promise<number>;
  /**
   * Has a consumer handle again what occurred since then and is still there (a week, if all completed), also
   * what it has completed or never got; how many events.
   */
  replay(subscriber: string, since: Date): Promise<number>;
}

/** `ring` tells the relays that there is something to do. */
export function createOperation(db: Kysely<unknown>, ring: () => void): Operation {
  const changed = async (work: Promise<{ readonly rows: readonly unknown[] }>): Promise<number> => {
    const { rows } = await work;
    if (rows.length > 0) ring();
    return rows.length;
  };
  return {
    async listParked(limit) {
      const { rows } = await sql<ParkedDelivery>`
        select d.event_id as "eventId", o.type, ${state}
        from events.deliveries d join events.outbox o on o.id = d.event_id
        where d.status = 'parked' order by d.finished_at desc limit ${limit}`.execute(db);
      return rows;
    },
    async find(event) {
      const { rows } = await sql<Omit<EventState, "deliveries">>`
        select id, type, payload, occurred_at as "occurredAt", caused_by as "causedBy"
        from events.outbox where id = ${event}`.execute(db);
      const [found] = rows;
      if (found === undefined) return undefined;
      const deliveries = await sql<DeliveryState>`
        select ${state} from events.deliveries d where d.event_id = ${event} order by d.subscriber`.execute(
        db,
      );
      return { ...found, deliveries: deliveries.rows };
    },
    park: async (event, subscriber) =>
      (await changed(
        sql`
          update events.deliveries
          set status = 'parked', finished_at = now(), lease = null, last_error = coalesce(last_error, 'parked by an operator')
          where event_id = ${event} and subscriber = ${subscriber} and status = 'pending'
          returning event_id`.execute(db),
      )) > 0,
    retry: ({ event, subscriber }) =>
      changed(
        sql`
          update events.deliveries
          set status = 'pending', attempts = 0, due_at = now(), finished_at = null
          where status = 'parked' and event_id = coalesce(${event ?? null}, event_id)
            and subscriber = coalesce(${subscriber ?? null}, subscriber)
          returning event_id`.execute(db),
      ),
    replay: (subscriber, since) =>
      changed(
        sql`
          insert into events.deliveries as d (event_id, subscriber, position, due_at)
          select o.id, c.subscriber, o.position, now()
          from events.consumers c join events.outbox o on o.type = c.type
          where c.subscriber = ${subscriber} and o.occurred_at >= ${since} and o.dispatched_at is not null
          on conflict (event_id, subscriber) do update
          set status = 'pending', attempts = 0, due_at = now(), finished_at = null
          where d.status <> 'pending'
          returning event_id`.execute(db),
      ),
  };
}

const state = sql.raw(`d.subscriber, d.status, d.attempts, d.due_at as "dueAt", d.last_error as "lastError",
  d.finished_at as "finishedAt"`);
