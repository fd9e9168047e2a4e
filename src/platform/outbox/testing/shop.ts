import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds, type EventId } from "../../../kernel/ids.ts";
import { type Database, openDatabase, type Transaction } from "../../postgres/database.ts";
import { migrate, roleOf, type SchemaMigrations } from "../../postgres/migrate.ts";
import { createTestDatabase } from "../../postgres/testing/database.ts";
import type { Bus } from "../../realtime/local-bus.ts";
import { createEventBus, type EventBusEngine, type EventBusOptions } from "../create-event-bus.ts";
import type { EventBus, PublishedEvent } from "../event-bus.ts";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const schemas: readonly SchemaMigrations[] = [
  { schema: "events", folder: folder("../migrations"), context: false },
  { schema: "shop", folder: folder("shop"), context: true },
];

/** A context with orders, and as many processes that deliver its events as a test asks for. */
export interface Shop {
  /** As the context sees the database. */
  readonly database: Database<unknown>;
  readonly url: string;
  /** As the relay sees it. */
  readonly relay: Database<unknown>;
  /** A bus of its own, as another process would have; it is stopped when the shop closes. */
  openBus(policy?: EventBusOptions["policy"], bell?: Bus<null>): EventBusEngine;
  /** Dispatches through the bus in a transaction of the context. */
  place(bus: EventBus, ...events: readonly PublishedEvent[]): Promise<readonly EventId[]>;
  close(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const created = await createTestDatabase({ name: "outbox", prepare: (url) => migrate(url, schemas) });
  const open = (schema: string): Database<unknown> =>
    openDatabase({ url: created.url, role: roleOf(schema), onError: () => {} });
  const database = open("shop");
  const relay = open("events");
  const ids = createIds(systemClock);
  const buses: EventBusEngine[] = [];
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  return {
    database,
    relay,
    url: created.url,
    openBus(policy = {}, bell) {
      const options = { database: relay, ids, clock: systemClock, log: quiet, policy };
      const bus = createEventBus({ ...options, ...(bell && { bell }) });
      buses.push(bus);
      return bus;
    },
    place: (bus, ...events) => database.transaction((tx) => placeOrder(tx, bus, events)),
    async close() {
      await Promise.all(buses.map((bus) => bus.stop()));
      await Promise.all([database.close(), relay.close()]);
      await created.drop();
    },
  };
}

let orders = 0;

/** State and events of the context in one transaction. */
export async function placeOrder(
  tx: Transaction<unknown>,
  bus: EventBus,
  events: readonly PublishedEvent[],
): Promise<readonly EventId[]> {
  orders += 1;
  await sql`insert into shop.orders (id) values (${`order ${orders}`})`.execute(tx.sql);
  return bus.dispatch(tx, events);
}
