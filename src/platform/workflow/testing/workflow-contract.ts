import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WorkflowEngine } from "../workflows.ts";
import { type EngineSettings, openEngine } from "./open-engine.ts";
import { trip } from "./trip.ts";
import type { WorkerOrders } from "./trip-worker.ts";
import { WorkerProcess } from "./worker-process.ts";

const program = fileURLToPath(new URL("trip-worker.ts", import.meta.url));
const WHOLE_TRIP = ["bookFlight", "bookHotel", "pay for 12A"];
const TAKEN_BACK = ["bookFlight", "bookHotel", "cancelHotel as FULLY_BOOKED", "cancelFlight as FULLY_BOOKED"];

const WAYS = [
  { end: "finish", path: WHOLE_TRIP, wish: {} },
  { end: "are compensated", path: TAKEN_BACK, wish: { refuses: "pay" } },
];

/** What every engine of sagas promises, with workers that are processes and may die at any step. */
export function describeWorkflows(name: string, open: () => Promise<EngineSettings>): void {
  const office = new BookingOffice();
  beforeAll(async () => office.open(await open()));
  afterAll(() => office.close());

  describe(`sagas ${name}`, () => {
    it("do their steps in order, hand answers on, and start once under one id", async () => {
      const id = await office.book();
      await office.book({ id, traveller: "somebody else" });
      const worker = office.hire();
      await worker.did(id, "pay for 12A");
      await office.book({ id, traveller: "somebody else" });
      const next = await office.book();
      await worker.did(next, "pay for 12A");
      await worker.stop();
      expect(worker.steps(id)).toEqual(WHOLE_TRIP);
      expect(worker.steps("somebody else")).toEqual([]);
    });

    it("try a step again that failed, and take back in reverse, knowing why, what was begun when one refuses", async () => {
      const worker = office.hire({ failsOnce: "bookHotel" });
      const paid = await office.book();
      await worker.did(paid, "pay for 12A");
      const refused = await office.book({ refuses: "pay" });
      await worker.did(refused, "cancelFlight as FULLY_BOOKED");
      await worker.stop();
      expect(worker.steps(paid)).toEqual(WHOLE_TRIP);
      expect(worker.steps(refused)).toEqual(TAKEN_BACK);
    });

    it("let others wait until one has ended, however it did, and no longer than they want to", async () => {
      const idle = await office.book();
      expect(await office.settled(idle, 50)).toBe(false);
      const worker = office.hire();
      const refused = await office.book({ refuses: "pay" });
      expect(await office.settled(refused)).toBe(true);
      expect(await office.settled(idle)).toBe(true);
      expect(await office.settled("nobody's")).toBe(true);
      await worker.stop();
      expect(worker.steps(idle)).toEqual(WHOLE_TRIP);
      expect(worker.steps(refused)).toEqual(TAKEN_BACK);
    });

    describeDeaths(office);
  });
}

function describeDeaths(office: BookingOffice): void {
  it.for(WAYS)(
    "$end though workers are killed before and after every step, and repeat no other",
    {
      timeout: 240_000,
    },
    async ({ path, wish }) => {
      const id = await office.book(wish);
      const done: string[] = [];
      for (const line of path) {
        for (const when of ["before", "after"] as const) {
          const [step = ""] = line.split(" ", 1);
          const victim = office.hire({ dieAt: { step, when } });
          await victim.died();
          done.push(...victim.steps(id));
        }
      }
      const heir = office.hire();
      await heir.did(id, path.at(-1) ?? "");
      await heir.stop();
      // Each was done by a worker that could not tell any more, and by the next one.
      expect([...done, ...heir.steps(id)]).toEqual(path.flatMap((line) => [line, line]));
    },
  );
}

/** Starts sagas and processes that go on with them. */
class BookingOffice {
  readonly #workers: Worker[] = [];
  #settings: EngineSettings | undefined;
  #engine: WorkflowEngine | undefined;
  #trips = 0;

  async open(settings: EngineSettings): Promise<void> {
    this.#settings = settings;
    this.#engine = await openEngine(settings);
  }

  hire(orders: Omit<WorkerOrders, "engine"> = {}): Worker {
    const worker = new Worker({ ...orders, ...(this.#settings && { engine: this.#settings }) });
    this.#workers.push(worker);
    return worker;
  }

  /** Answers the id of the trip, which names the traveller too unless another is given. */
  async book(wish: { id?: string; traveller?: string; refuses?: string } = {}): Promise<string> {
    this.#trips += 1;
    const { id = `trip-${this.#trips}`, traveller = id, ...rest } = wish;
    await this.#engine?.start(trip, id, { traveller, ...rest });
    return id;
  }

  async settled(id: string, limitMs = 60_000): Promise<boolean | undefined> {
    return this.#engine?.settled(id, limitMs);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop("SIGKILL")));
    await this.#engine?.stop();
  }
}

/** A worker with what it did for each trip. */
class Worker extends WorkerProcess {
  constructor(orders: Partial<WorkerOrders>) {
    super(program, orders);
  }

  steps(trip: string): readonly string[] {
    return this.lines
      .filter((line) => line.startsWith(`${trip} `))
      .map((line) => line.slice(trip.length + 1));
  }

  did(trip: string, step: string): Promise<void> {
    return this.said(`${trip} ${step}`);
  }
}
