import pg from "pg";
import { Registry } from "prom-client";
import { afterEach, beforeEach } from "vitest";
import { createLocalBus } from "../realtime/local-bus.ts";
import { createPostgresCarrier } from "../signals/postgres-carrier.ts";
import { createSignals, type Signals } from "../signals/signals.ts";
import { describeEventBusEngine } from "./testing/bell-contract.ts";
import { openShop, type Shop } from "./testing/shop.ts";

const log = { warn: () => {} };
const signals: Signals[] = [];
let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  for (const each of signals.splice(0)) await each.stop();
  await shop.close();
});

describeEventBusEngine("in one process", () => {
  const bell = createLocalBus<null>();
  return { shop, bell: async () => bell };
});

describeEventBusEngine("by LISTEN and NOTIFY", () => ({
  shop,
  async bell() {
    const carriers = [createPostgresCarrier({ url: shop.url, role: "chatter_events", log })];
    const each = createSignals({ carriers, log, metrics: new Registry() });
    signals.push(each);
    await each.start();
    return each.topic("events");
  },
  async interrupt() {
    const client = new pg.Client({ connectionString: shop.url });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% signals' and datname = current_database()",
    );
    await client.end();
  },
}));
