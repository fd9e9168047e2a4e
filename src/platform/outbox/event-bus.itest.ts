import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeliveredEvent, PublishedEvent, Subscription } from "./event-bus.ts";
import { OutboxStore } from "./outbox-store.ts";
import { openShop, placeOrder, type Shop } from "./testing/shop.ts";

const LONG_ENOUGH_MS = 10_000;
/** Tries again at once, so that tests need not wait. */
const impatient = { attempts: 3, delayMs: () => 0, pollMs: 10 };

const ordered = (title: string): PublishedEvent => ({ type: "shop.OrderPlaced", payload: { title } });
const shipped = (title: string): PublishedEvent => ({ type: "shop.OrderShipped", payload: { title } });
const titleOf = (event: DeliveredEvent): string => (event.payload as { title: string }).title;

let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});

afterEach(async () => {
  await shop.close();
});

function charging(handle: Subscription["handle"]): Subscription {
  return { subscriber: "billing.charge", type: "shop.OrderPlaced", handle };
}

/** A consumer that notes what it was given. */
const noting = (notes: DeliveredEvent[]): Subscription =>
  charging(async (event) => {
    notes.push(event);
  });

describe("the event bus", () => {
  it("delivers an event to each consumer of its type, after the commit", async () => {
    const notes: DeliveredEvent[] = [];
    const bus = shop.openBus();
    bus.register(noting(notes));
    bus.register({ ...noting(notes), subscriber: "stock.reserve" });
    bus.register({ ...noting(notes), subscriber: "mail.thank", type: "shop.OrderShipped" });
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(notes).toHaveLength(2);
    expect(notes[0]).toEqual({ id: ids[0], ...ordered("lamp"), occurredAt: expect.any(Date) });
  });

  it("dispatches nothing of a transaction that was rolled back", async () => {
    const notes: DeliveredEvent[] = [];
    const bus = shop.openBus();
    bus.register(noting(notes));
    await bus.start();
    const refused = shop.database.transaction(async (tx) => {
      await placeOrder(tx, bus, [ordered("lamp")]);
      throw new Error("out of stock");
    });
    await expect(refused).rejects.toThrow("out of stock");
    await bus.settled(await shop.place(bus, ordered("chair")), LONG_ENOUGH_MS);
    expect(notes.map(titleOf)).toEqual(["chair"]);
    const { rows } = await sql`select id from events.outbox`.execute(shop.relay.sql);
    expect(rows).toHaveLength(1);
  });

  it("gives one consumer the events in the order in which they were written", async () => {
    const notes: DeliveredEvent[] = [];
    const bus = shop.openBus();
    bus.register(noting(notes));
    await bus.start();
    const written = Array.from({ length: 30 }, (_, n) => `lamp ${n}`);
    const ids = [];
    for (const title of written) ids.push(...(await shop.place(bus, ordered(title))));
    await bus.settled(ids, LONG_ENOUGH_MS);
    expect(notes.map(titleOf)).toEqual(written);
  });

  it("handles as many at once as the consumer says", async () => {
    let now = 0;
    let most = 0;
    const bus = shop.openBus();
    const slowly = charging(async () => {
      most = Math.max(most, ++now);
      await delay(10);
      now -= 1;
    });
    bus.register({ ...slowly, concurrency: 3 });
    await bus.start();
    const ids = await shop.place(bus, ...Array.from({ length: 9 }, () => ordered("lamp")));
    await bus.settled(ids, LONG_ENOUGH_MS);
    expect(most).toBe(3);
  });

  it("delivers what was committed by a process that ended before it could", async () => {
    const ended = shop.openBus();
    await shop.place(ended, ordered("lamp"));

    const notes: DeliveredEvent[] = [];
    const next = shop.openBus();
    next.register(noting(notes));
    await next.start();
    await expect.poll(() => notes.map(titleOf)).toEqual(["lamp"]);
  });

  it("tells a second consumer of the same name, and one that comes after the start", async () => {
    const bus = shop.openBus();
    bus.register(noting([]));
    expect(() => bus.register(noting([]))).toThrow("registered twice");
    await bus.start();
    expect(() => bus.register({ ...noting([]), subscriber: "late" })).toThrow(
      "after the event bus was started",
    );
  });

  it("finishes the handlers that run when it is stopped, and begins no more", async () => {
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const handled: string[] = [];
    const bus = shop.openBus();
    bus.register(
      charging(async (event) => {
        begun.resolve();
        await mayEnd.promise;
        handled.push(titleOf(event));
      }),
    );
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"), ordered("chair"));
    await begun.promise;
    const stopped = bus.stop();
    mayEnd.resolve();
    await stopped;
    expect(handled).toEqual(["lamp"]);
    expect(await statuses(ids)).toEqual(["done", "pending"]);
  });
});

describe("a handler that fails", () => {
  it("is called again until it succeeds", async () => {
    const attempts: string[] = [];
    const done = Promise.withResolvers<void>();
    const bus = shop.openBus(impatient);
    bus.register(
      charging(async (event) => {
        attempts.push(event.id);
        if (attempts.length < 3) throw new Error("the card reader is jammed");
        done.resolve();
      }),
    );
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"));
    await done.promise;
    await bus.stop();
    expect(attempts).toEqual([ids[0], ids[0], ids[0]]);
    expect(await statuses(ids)).toEqual(["done"]);
  });

  it("does not hold up the events that follow", async () => {
    const handled: string[] = [];
    const bus = shop.openBus({ ...impatient, delayMs: () => 60_000 });
    bus.register(
      charging(async (event) => {
        if (titleOf(event) === "lamp") throw new Error("the card reader is jammed");
        handled.push(titleOf(event));
      }),
    );
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"), ordered("chair"));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(handled).toEqual(["chair"]);
  });

  it("has its delivery parked after the last attempt, where an operator can see it and have it tried again", async () => {
    let broken = true;
    const bus = shop.openBus(impatient);
    bus.register(
      charging(async () => {
        if (broken) throw new Error("the card reader is jammed");
      }),
    );
    await bus.start();
    const [id] = await shop.place(bus, ordered("lamp"));
    if (id === undefined) throw new Error("no event");
    await expect.poll(() => bus.operation.listParked(10)).toHaveLength(1);
    expect(await bus.operation.listParked(10)).toEqual([
      {
        eventId: id,
        type: "shop.OrderPlaced",
        occurredAt: expect.any(Date),
        subscriber: "billing.charge",
        status: "parked",
        attempts: 3,
        dueAt: expect.any(Date),
        finishedAt: expect.any(Date),
        parkedAt: expect.stringMatching(/^\d{16}$/),
        lastError: expect.stringContaining("the card reader is jammed"),
      },
    ]);

    broken = false;
    expect(await bus.operation.retry({ event: id, subscriber: "stock.reserve" })).toBe(0);
    expect(await bus.operation.retry({ event: id })).toBe(1);
    await expect.poll(() => statuses([id])).toEqual(["done"]);
    expect(await bus.operation.listParked(10)).toEqual([]);
  });

  it("counts as failed when it takes too long", async () => {
    const bus = shop.openBus({ ...impatient, attempts: 1, handlerLimitMs: 20 });
    bus.register(charging(() => new Promise(() => {})));
    await bus.start();
    await shop.place(bus, ordered("lamp"));
    await expect.poll(() => bus.operation.listParked(10)).toHaveLength(1);
    const [parked] = await bus.operation.listParked(10);
    expect(parked?.lastError).toContain("longer than 20 ms");
  });
});

describe("several processes", () => {
  it("share the work and do nothing twice", async () => {
    const handled: string[] = [];
    const by = new Set<string>();
    const buses = ["first", "second"].map((name) => {
      const bus = shop.openBus({ pollMs: 10 });
      const noteSlowly = charging(async (event) => {
        handled.push(event.id);
        by.add(name);
        await delay(1);
      });
      bus.register(noteSlowly);
      return bus;
    });
    for (const bus of buses) await bus.start();
    const placed = await Promise.all(
      buses.map((bus) => shop.place(bus, ...Array.from({ length: 100 }, () => ordered("lamp")))),
    );
    const ids = placed.flat();
    for (const bus of buses) expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(handled.toSorted()).toEqual(ids.toSorted());
    expect([...by].toSorted()).toEqual(["first", "second"]);
  });

  it("relay each event once, though they do it at the same time", async () => {
    const ids = await shop.place(shop.openBus(), ...Array.from({ length: 300 }, () => ordered("lamp")));
    const stores = Array.from({ length: 4 }, () => new OutboxStore(shop.relay.sql));
    await stores[0]?.announceConsumers([noting([])]);
    const relayed = await Promise.all(stores.map((store) => store.relay(300)));
    expect(relayed.flat().toSorted()).toEqual(ids.toSorted());
    expect(await statuses(ids)).toHaveLength(300);
  });

  it("relay for consumers that run in another one", async () => {
    const notes: DeliveredEvent[] = [];
    const consuming = shop.openBus(impatient);
    consuming.register(noting(notes));
    await consuming.start();
    const relaying = shop.openBus();
    await relaying.start();
    const ids = await shop.place(relaying, ordered("lamp"));
    expect(await relaying.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(notes.map(titleOf)).toEqual(["lamp"]);
  });

  it("take over what one of them began and did not end, once its lease has ended", async () => {
    const stuck = shop.openBus({ ...impatient, handlerLimitMs: 60_000 });
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    stuck.register(
      charging(async () => {
        begun.resolve();
        await mayEnd.promise;
      }),
    );
    await stuck.start();
    const ids = await shop.place(stuck, ordered("lamp"));
    await begun.promise;

    const notes: DeliveredEvent[] = [];
    const next = shop.openBus(impatient);
    next.register(noting(notes));
    await next.start();
    expect(await next.settled(ids, 100)).toBe(false);
    await sql`update events.deliveries set due_at = now()`.execute(shop.relay.sql);
    expect(await next.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(notes).toHaveLength(1);
    mayEnd.resolve();
  });

  it("care for no failure of an attempt that was taken over", async () => {
    const stuck = shop.openBus({ ...impatient, attempts: 1, handlerLimitMs: 60_000 });
    const begun = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    stuck.register(
      charging(async () => {
        begun.resolve();
        await mayEnd.promise;
        throw new Error("the card reader is jammed");
      }),
    );
    await stuck.start();
    const ids = await shop.place(stuck, ordered("lamp"));
    await begun.promise;

    const next = shop.openBus(impatient);
    next.register(noting([]));
    await sql`update events.deliveries set due_at = now()`.execute(shop.relay.sql);
    await next.start();
    await expect.poll(() => statuses(ids)).toEqual(["done"]);
    mayEnd.resolve();
    await stuck.stop();
    expect(await statuses(ids)).toEqual(["done"]);
  });

  it("park an event that ends each process that handles it", async () => {
    const notes: DeliveredEvent[] = [];
    const next = shop.openBus(impatient);
    next.register(noting(notes));
    const ids = await shop.place(next, ordered("lamp"));
    const ending = new OutboxStore(shop.relay.sql);
    await ending.announceConsumers([noting(notes)]);
    await ending.relay(1);
    for (let attempt = 1; attempt <= impatient.attempts; attempt += 1) {
      expect(await ending.claim([{ subscriber: "billing.charge", free: 1 }], 0)).toMatchObject([{ attempt }]);
    }
    await next.start();
    await expect.poll(() => statuses(ids)).toEqual(["parked"]);
    expect(notes).toEqual([]);
  });
});

describe("settled", () => {
  it("waits for the events that handlers dispatched, however deep", async () => {
    const shippedTitles: string[] = [];
    const bus = shop.openBus();
    bus.register(
      charging(async (event) => {
        await delay(5);
        await shop.place(bus, shipped(titleOf(event)), shipped("the invoice"));
      }),
    );
    bus.register({
      subscriber: "stock.remove",
      type: "shop.OrderShipped",
      async handle(event) {
        await delay(5);
        shippedTitles.push(titleOf(event));
        if (titleOf(event) === "lamp") await shop.place(bus, shipped("a bulb"));
      },
    });
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(shippedTitles.toSorted()).toEqual(["a bulb", "lamp", "the invoice"]);
  });

  it("is content with a first failure, and does not wait for the retries", async () => {
    const bus = shop.openBus({ delayMs: () => 60_000 });
    bus.register(charging(() => Promise.reject(new Error("the card reader is jammed"))));
    await bus.start();
    const ids = await shop.place(bus, ordered("lamp"));
    expect(await bus.settled(ids, LONG_ENOUGH_MS)).toBe(true);
    expect(await statuses(ids)).toEqual(["pending"]);
  });

  it("does not wait for events that nobody consumes", async () => {
    const bus = shop.openBus();
    await bus.start();
    expect(await bus.settled(await shop.place(bus, ordered("lamp")), LONG_ENOUGH_MS)).toBe(true);
  });

  it("gives up at the limit", async () => {
    const mayEnd = Promise.withResolvers<void>();
    const bus = shop.openBus();
    bus.register(charging(() => mayEnd.promise));
    await bus.start();
    expect(await bus.settled(await shop.place(bus, ordered("lamp")), 30)).toBe(false);
    mayEnd.resolve();
  });
});

describe("the role of a context", () => {
  it.each(["outbox", "deliveries", "consumers"])("cannot read or write events.%s", async (table) => {
    const denied = expect.objectContaining({ code: "42501" });
    const { sql: db } = shop.database;
    await expect(sql`select from ${sql.table(`events.${table}`)}`.execute(db)).rejects.toEqual(denied);
    await expect(sql`delete from ${sql.table(`events.${table}`)}`.execute(db)).rejects.toEqual(denied);
  });
});

async function statuses(ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ status: string }>`
    select d.status from events.deliveries d where d.event_id = any(${ids}) order by d.position`.execute(
    shop.relay.sql,
  );
  return rows.map((row) => row.status);
}
