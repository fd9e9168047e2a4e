import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveredEvent, PublishedEvent, Subscription } from "./event-bus.ts";
import { openShop, type Shop } from "./testing/shop.ts";

const LONG_ENOUGH_MS = 10_000;
/** Retries at once, so that tests need not wait for them. */
const impatient = { attempts: 3, delayMs: () => 0, handlerLimitMs: 5_000, pollMs: 20 };

const ordered = (title: string): PublishedEvent => ({ type: "shop.OrderPlaced", payload: { title } });
const shipped = (title: string): PublishedEvent => ({ type: "shop.OrderShipped", payload: { title } });

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(async () => {
  await shop.close();
});

/** A consumer that notes what it was given, and then does the rest. */
function noting(
  into: DeliveredEvent[],
  rest: (event: DeliveredEvent) => Promise<void> = async () => {},
): Subscription {
  return {
    subscriber: "billing.charge",
    type: "shop.OrderPlaced",
    async handle(event) {
      into.push(event);
      await rest(event);
    },
  };
}

const titles = (events: readonly DeliveredEvent[]): unknown[] =>
  events.map((event) => (event.payload as { title: string }).title);

describe("the event bus", () => {
  it("delivers an event to each consumer of its type after the commit", async () => {
    const charged: DeliveredEvent[] = [];
    const bus = shop.openBus();
    bus.register(noting(charged));
    bus.register({ ...noting(charged), subscriber: "stock.reserve" });
    bus.register({ ...noting(charged), subscriber: "mail.thank", type: "shop.OrderShipped" });
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(charged).toHaveLength(2);
    expect(charged[0]).toEqual({ id: ids[0], ...ordered("lamp"), occurredAt: expect.any(Date) });
  });
});
