import { afterEach, beforeEach, expect, it } from "vitest";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import { DomainError } from "../../../kernel/errors.ts";
import { type Database, openDatabase } from "../../postgres/database.ts";
import type { TestDatabase } from "../../postgres/testing/database.ts";
import { createMetrics, type Metrics } from "../../telemetry/metrics.ts";
import { measureSteps } from "../step-metrics.ts";
import { type Trip, type TripSteps, trip } from "../testing/trip.ts";
import { bindSaga, type WorkflowEngine } from "../workflows.ts";
import { createEmbeddedWorkflows } from "./embedded-workflows.ts";
import { createRunOperation, type RunOperation } from "./run-operation.ts";

const ENOUGH_MS = 60_000;
const booked: Trip = { traveller: "Ada" };

let server: TestDatabase;
let database: Database<unknown>;
let metrics: Metrics;
let engine: WorkflowEngine;
let operation: RunOperation;
/** What the offices do when they are asked; absent: what they are asked for. */
let offices: Partial<Record<keyof TripSteps, () => never>>;

beforeEach(async () => {
  server = await createMigratedDatabase();
  database = openDatabase<unknown>({ url: server.url, role: "chatter_workflow", onError: () => {} });
  metrics = createMetrics();
  operation = createRunOperation(database.sql);
  offices = {};
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const policy = { pollMs: 20, retryMs: () => 3_600_000 };
  engine = createEmbeddedWorkflows({ database, log, policy, measuring: { metrics, sagas: [trip.name] } });
  const ask = async (office: keyof TripSteps): Promise<void> => offices[office]?.();
  const steps: TripSteps = {
    async bookFlight() {
      await ask("bookFlight");
      return { seat: "12A" };
    },
    cancelFlight: () => ask("cancelFlight"),
    bookHotel: () => ask("bookHotel"),
    cancelHotel: () => ask("cancelHotel"),
    pay: () => ask("pay"),
  };
  await engine.work(measureSteps(metrics, [bindSaga(trip, steps)]));
});
afterEach(async () => {
  await engine.stop();
  await database.close();
  await server.drop();
});

function refuse(): never {
  throw new DomainError("conflict", "FULLY_BOOKED", "Nothing is free.");
}

function fail(): never {
  throw new Error("the office does not answer");
}

async function measured(): Promise<readonly string[]> {
  const lines = (await metrics.metrics()).split("\n");
  return lines.filter((line) => /^chatter_saga_(runs|steps_total)/.test(line) && !line.endsWith(" 0"));
}

it("what could not be taken back is stuck, where an operator sees why and has it tried again", async () => {
  Object.assign(offices, { pay: refuse, cancelHotel: refuse });
  await engine.start(trip, "ada", booked);
  await engine.settled("ada", ENOUGH_MS);
  expect(await operation.listOpen(10)).toMatchObject([
    { id: "ada", saga: "trip", state: "stuck", error: expect.stringContaining("Nothing is free.") },
  ]);
  expect(await measured()).toEqual([
    'chatter_saga_runs{saga="trip",state="stuck"} 1',
    'chatter_saga_steps_total{saga="trip",outcome="done"} 2',
    'chatter_saga_steps_total{saga="trip",outcome="refused"} 2',
  ]);

  offices = {};
  expect(await operation.retry("ada")).toBe(true);
  expect(await engine.settled("ada", ENOUGH_MS)).toBe(true);
  expect(await operation.listOpen(10)).toEqual([]);
  const run = await operation.find("ada");
  expect(run).toMatchObject({ state: "compensated", input: booked, failures: 0 });
  expect(run?.steps.map(({ step }) => step)).toEqual([
    ...["bookFlight", "bookHotel", "(sleep)", "pay", "cancelHotel", "cancelFlight"],
  ]);
});

it("what failed is tried again when an operator says so, instead of after its pause", async () => {
  offices = { bookFlight: fail };
  await engine.start(trip, "ada", booked);
  expect(await engine.settled("ada", ENOUGH_MS)).toBe(true);
  expect(await operation.listOpen(10)).toMatchObject([
    { state: "running", failures: 1, error: "Error: the office does not answer" },
  ]);
  expect(await measured()).toEqual([
    'chatter_saga_runs{saga="trip",state="failing"} 1',
    'chatter_saga_steps_total{saga="trip",outcome="failed"} 1',
  ]);
  offices = {};
  expect(await operation.retry("ada")).toBe(true);
  await engine.settled("ada", ENOUGH_MS);
  expect(await operation.find("ada")).toMatchObject({ state: "finished", error: null });
});

it("what has ended, or is nothing, is not tried again", async () => {
  await engine.start(trip, "ada", booked);
  await engine.settled("ada", ENOUGH_MS);
  expect(await operation.retry("ada")).toBe(false);
  expect(await operation.retry("nobody's")).toBe(false);
  expect(await operation.find("nobody's")).toBeUndefined();
});
