import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import type { Pump } from "../background/pump.ts";
import type { Subscription } from "./event-bus.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { OutboxStore } from "./outbox-store.ts";
import { openShop, type Shop } from "./testing/shop.ts";

const LONG_ENOUGH_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

let shop: Shop;
let tidying: Pump | undefined;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(async () => {
  await tidying?.stop();
  await shop.close();
});

/** Tidies up as it will be done after so many days. */
function tidyUpAfter(days: number, ...alive: readonly Subscription[]): void {
  tidying = createHousekeeping(
    {
      store: new OutboxStore(shop.relay.sql),
      clock: { now: () => new Date(systemClock.now().getTime() + days * DAY_MS) },
      log: { error: () => {} },
      subscriptions: new Map(alive.map((subscription) => [subscription.subscriber, subscription])),
    },
    5,
  );
}

const consumer = (type: string, handle: () => Promise<void> = async () => {}): Subscription => ({
  subscriber: `billing.on-${type}`,
  type,
  handle,
});

async function eventTypes(): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from events.outbox order by position`.execute(shop.relay.sql);
  return rows.map((row) => row.type);
}

describe("housekeeping", () => {
  it("deletes after a week what all consumers completed, and keeps what is parked", async () => {
    const bus = shop.openBus({ attempts: 1 });
    bus.register(consumer("Good"));
    bus.register(consumer("Bad", () => Promise.reject(new Error("the card reader is jammed"))));
    await bus.start();
    const types = ["Good", "Bad", "Unheard"];
    const ids = await shop.place(bus, ...types.map((type) => ({ type, payload: {} })));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);

    tidyUpAfter(6);
    tidying?.wake();
    await tidying?.stop();
    expect(await eventTypes()).toEqual(types);

    tidyUpAfter(8);
    await expect.poll(eventTypes).toEqual(["Bad"]);
    expect(await bus.operation.listParked(10)).toMatchObject([{ type: "Bad" }]);
  });

  it("parks what waits for a consumer that no process has run for a week", async () => {
    const bus = shop.openBus();
    const [old, current] = [consumer("Old"), consumer("Current")];
    const store = new OutboxStore(shop.relay.sql);
    await store.announceConsumers([old, current]);
    await shop.place(bus, { type: "Old", payload: {} }, { type: "Current", payload: {} });
    await store.relay(10);
    await sql`update events.consumers set seen_at = now() - interval '8 days'`.execute(shop.relay.sql);

    tidyUpAfter(0, current);
    await expect
      .poll(() => bus.operation.listParked(10))
      .toMatchObject([{ subscriber: old.subscriber, lastError: "its consumer is gone" }]);
    const { rows } = await sql`select subscriber from events.consumers`.execute(shop.relay.sql);
    expect(rows).toEqual([{ subscriber: current.subscriber }]);
  });
});
