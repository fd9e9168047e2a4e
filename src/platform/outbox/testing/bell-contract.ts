import { describe, expect, it } from "vitest";
import type { Bus } from "../../realtime/local-bus.ts";
import type { Shop } from "./shop.ts";

export interface BellsUnderTest {
  readonly shop: Shop;
  /** The bell of one more process. */
  bell(): Promise<Bus<null>>;
  /** Has the engine lose everything, and be back at once; absent: it cannot be lost. */
  interrupt?(): Promise<void>;
}

// So long that what arrives within the time of a test was brought by the bell.
const BY_BELL = { pollMs: 600_000 };
const BY_POLL = { pollMs: 20 };

/** What the event bus promises, whatever tells other processes that there is something to do. */
export function describeEventBusEngine(name: string, open: () => BellsUnderTest): void {
  describe(`the event bus ${name}`, () => {
    wakeAndDeliver(open);
    followOperators(open);
  });
}

function wakeAndDeliver(open: () => BellsUnderTest): void {
  it("wakes the consumers of other processes when something was committed", async () => {
    const world = open();
    const { handled } = await consumer(world, BY_BELL);
    const producer = world.shop.openBus(BY_BELL, await world.bell());
    for (const title of ["lamp", "chair", "table"]) {
      await world.shop.place(producer, ordered(title));
      await expect.poll(() => handled.at(-1), { timeout: 10_000 }).toBe(title);
    }
    expect(handled).toEqual(["lamp", "chair", "table"]);
  });

  it("delivers everything although its engine is lost in between", async () => {
    const world = open();
    const { handled } = await consumer(world, BY_POLL);
    const producer = world.shop.openBus(BY_POLL, await world.bell());
    const titles = Array.from({ length: 10 }, (_, n) => `lamp ${n}`);
    const half = titles.length / 2;
    for (const title of titles.slice(0, half)) await world.shop.place(producer, ordered(title));
    await world.interrupt?.();
    for (const title of titles.slice(half)) await world.shop.place(producer, ordered(title));
    await expect.poll(() => new Set(handled), { timeout: 10_000 }).toEqual(new Set(titles));
  });
}

function followOperators(open: () => BellsUnderTest): void {
  it("wakes them for what an operator has tried again", async () => {
    const world = open();
    const { bus, handled } = await consumer(world, BY_BELL);
    const elsewhere = world.shop.openBus(BY_BELL, await world.bell());
    const [id = expect.fail("nothing was dispatched")] = await world.shop.place(bus, ordered("lamp"));
    const status = async () => (await elsewhere.operation.find(id))?.deliveries.map((it) => it.status);
    await expect.poll(status, { timeout: 10_000 }).toEqual(["done"]);
    expect(await elsewhere.operation.replay("billing.charge", new Date(0))).toBe(1);
    await expect.poll(() => handled, { timeout: 10_000 }).toEqual(["lamp", "lamp"]);
  });

  it("parks what always fails, for an operator at another process to inspect and have tried again", async () => {
    const world = open();
    const [here, elsewhere] = [
      world.shop.openBus({ ...BY_BELL, attempts: 1 }, await world.bell()),
      world.shop.openBus(BY_BELL, await world.bell()),
    ];
    let mended = false;
    const handled = Promise.withResolvers<void>();
    here.register({
      subscriber: "billing.charge",
      type: "shop.OrderPlaced",
      async handle() {
        if (!mended) throw new Error("the till is empty");
        handled.resolve();
      },
    });
    await here.start();
    const [id = expect.fail("nothing was dispatched")] = await world.shop.place(elsewhere, ordered("lamp"));
    const parked = async () =>
      (await elsewhere.operation.find(id))?.deliveries.map(({ status, lastError }) => [status, lastError]);
    await expect
      .poll(parked, { timeout: 10_000 })
      .toEqual([["parked", expect.stringContaining("the till is empty")]]);
    expect((await elsewhere.operation.listParked(10)).map(({ eventId }) => eventId)).toEqual([id]);
    mended = true;
    expect(await elsewhere.operation.retry({ event: id })).toBe(1);
    await handled.promise;
  });
}

const ordered = (title: string) => ({ type: "shop.OrderPlaced", payload: { title } });

/** A process that consumes, and what it has handled. */
async function consumer(world: BellsUnderTest, policy: { readonly pollMs: number }) {
  const handled: unknown[] = [];
  const bus = world.shop.openBus(policy, await world.bell());
  bus.register({
    subscriber: "billing.charge",
    type: "shop.OrderPlaced",
    handle: async ({ payload }) => void handled.push((payload as { title: string }).title),
  });
  await bus.start();
  return { bus, handled };
}
