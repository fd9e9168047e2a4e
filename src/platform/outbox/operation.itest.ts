import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/ids.ts";
import type { EventBusEngine } from "./create-event-bus.ts";
import { openShop, type Shop } from "./testing/shop.ts";

const ordered = (title: string) => ({ type: "shop.OrderPlaced", payload: { title } });
const CHARGE = "billing.charge";

let shop: Shop;
let bus: EventBusEngine;
let handled: string[];
let broken: boolean;

beforeEach(async () => {
  shop = await openShop();
  handled = [];
  broken = false;
  bus = shop.openBus({ attempts: 2, delayMs: () => (broken ? 600_000 : 0), pollMs: 10 });
  bus.register({
    subscriber: CHARGE,
    type: "shop.OrderPlaced",
    async handle({ payload }) {
      if (broken) throw new Error("the card reader is jammed");
      handled.push((payload as { title: string }).title);
    },
  });
  await bus.start();
});
afterEach(() => shop.close());

async function place(title: string) {
  const [id] = await shop.place(bus, ordered(title));
  if (id === undefined) throw new Error("no event");
  return id;
}

describe("an operator", () => {
  it("sees an event and what became of it", async () => {
    const id = await place("lamp");
    await bus.settled([id], 10_000);
    expect(await bus.operation.find(id)).toMatchObject({
      id,
      ...ordered("lamp"),
      causedBy: null,
      deliveries: [{ subscriber: CHARGE, status: "done", attempts: 1, lastError: null }],
    });
    const nobody = createIds({ now: () => new Date() }).next("evt");
    expect(await bus.operation.find(nobody)).toBeUndefined();
  });

  it("parks what waits for its next attempt, and has all that is parked tried again", async () => {
    broken = true;
    const lamp = await place("lamp");
    const ids = [lamp, await place("chair")];
    await bus.settled(ids, 10_000);
    for (const id of ids) expect(await bus.operation.park(id, CHARGE)).toBe(true);
    expect(await bus.operation.park(lamp, "nobody")).toBe(false);
    expect(await bus.operation.listParked(10)).toHaveLength(2);
    broken = false;
    expect(await bus.operation.retry({})).toBe(2);
    await expect.poll(() => handled.toSorted()).toEqual(["chair", "lamp"]);
    expect(await bus.operation.retry({})).toBe(0);
  });

  it("has a consumer handle again what it completed since a moment", async () => {
    const id = await place("lamp");
    await bus.settled([id], 10_000);
    const occurred = (await bus.operation.find(id))?.occurredAt.getTime() ?? 0;
    expect(await bus.operation.replay(CHARGE, new Date(occurred + 1))).toBe(0);
    expect(await bus.operation.replay("nobody", new Date(occurred))).toBe(0);
    expect(await bus.operation.replay(CHARGE, new Date(occurred))).toBe(1);
    await expect.poll(() => handled).toEqual(["lamp", "lamp"]);
  });
});
