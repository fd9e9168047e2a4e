import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIds } from "../../kernel/ids.ts";
import type { EventBusEngine } from "./create-event-bus.ts";
import type { ParkedDelivery } from "./operation.ts";
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

  it("sees what is parked in pages that follow each other without a gap", async () => {
    broken = true;
    const ids = [await place("lamp"), await place("chair"), await place("table")];
    await bus.settled(ids, 10_000);
    for (const id of ids) await bus.operation.park(id, CHARGE);
    const paged: ParkedDelivery[] = [];
    for (let page = await bus.operation.listParked(1); page.length > 0; ) {
      paged.push(...page);
      page = await bus.operation.listParked(1, paged.at(-1));
    }
    expect(paged.map(({ eventId }) => eventId)).toEqual(ids.toReversed());
    expect(paged).toEqual(await bus.operation.listParked(10));
    // As the command line prints it.
    expect(JSON.parse(JSON.stringify(paged))).toHaveLength(3);
    expect(paged[0]).toMatchObject({ type: "shop.OrderPlaced", occurredAt: expect.any(Date) });
  });

  it("leaves a note of what was done by whom, and none of what changed nothing", async () => {
    const person = createIds({ now: () => new Date() }).next("usr");
    broken = true;
    const id = await place("lamp");
    await bus.settled([id], 10_000);
    await bus.operation.park(id, CHARGE);
    await bus.operation.retry({ event: id }, person);
    await bus.operation.retry({}, person);
    const [latest, first, ...others] = await bus.operation.listInterventions(10);
    expect(latest).toMatchObject({ act: "retried", by: person, event: id, deliveries: 1 });
    expect(latest?.subscriber).toBeUndefined();
    expect(first).toMatchObject({ act: "parked", by: undefined, event: id, subscriber: CHARGE });
    expect(others).toEqual([]);
    expect(await bus.operation.listInterventions(10, latest?.id)).toEqual([first]);
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
