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

    it("wakes them for what an operator has tried again", async () => {
      const world = open();
      const { bus, handled } = await consumer(world, BY_BELL);
      const elsewhere = world.shop.openBus(BY_BELL, await world.bell());
      const [id] = await world.shop.place(bus, ordered("lamp"));
      await expect.poll(() => handled).toEqual(["lamp"]);
      expect(id).toBeDefined();
      expect(await elsewhere.operation.replay("billing.charge", new Date(0))).toBe(1);
      await expect.poll(() => handled, { timeout: 10_000 }).toEqual(["lamp", "lamp"]);
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
  });
}
