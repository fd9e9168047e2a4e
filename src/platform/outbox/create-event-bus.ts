import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import type { BaseLogger } from "pino";
import type { Clock } from "../../kernel/clock.ts";
import type { EventId, Ids } from "../../kernel/ids.ts";
import { createProgress } from "../background/progress.ts";
import type { Pump } from "../background/pump.ts";
import { currentScope } from "../log/scope.ts";
import type { Database } from "../postgres/database.ts";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { traceparent } from "../telemetry/tracing.ts";
import { measureBacklog } from "./backlog-metrics.ts";
import { type DeliveryPolicy, defaultPolicy } from "./delivery-policy.ts";
import type { EventBus, Subscription } from "./event-bus.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { createOperation, type Operation } from "./operation.ts";
import { type Origin, OutboxStore } from "./outbox-store.ts";
import { createRelay } from "./relay.ts";
import { settled } from "./settling.ts";

export interface EventBusOptions {
  /** Of the role chatter_events. */
  readonly database: Database<unknown>;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Pick<BaseLogger, "info" | "warn" | "error">;
  readonly policy?: Partial<DeliveryPolicy>;
  /** Carries to all processes that something was committed; absent: only this one is told. */
  readonly bell?: Bus<null>;
  /** Where what waits is measured; absent: nowhere. */
  readonly metrics?: Metrics;
}

/** The event bus and the relay that works for it in this process. */
export interface EventBusEngine extends EventBus {
  /** Begins to deliver. Who consumes what must have been registered before. */
  start(): Promise<void>;
  /** Begins nothing more; resolves when the handlers that run have ended and that is recorded. */
  stop(): Promise<void>;
  /** What an operator can do about deliveries. */
  readonly operation: Operation;
}

export function createEventBus(options: EventBusOptions): EventBusEngine {
  const { database, ids, clock, log, bell = createLocalBus() } = options;
  const policy = { ...defaultPolicy, ...options.policy };
  const store = new OutboxStore(database.sql);
  if (options.metrics) measureBacklog(options.metrics, { store, log });
  const progress = createProgress<EventId>();
  const subscriptions = new Map<string, Subscription>();
  // The event being handled, for everything its handler awaits.
  const handling = new AsyncLocalStorage<EventId>();
  const relay = createRelay({
    store,
    policy,
    log,
    progress,
    subscriptions,
    handleAs: (event, work) => handling.run(event.id, work),
  });
  bell.subscribe(relay.wake);
  const ring = (): void => bell.publish(null);
  let housekeeping: Pump | undefined;

  return {
    register(subscription) {
      const { subscriber } = subscription;
      if (housekeeping) throw new Error(`${subscriber} registers after the event bus was started`);
      if (subscriptions.has(subscriber)) throw new Error(`${subscriber} is registered twice`);
      subscriptions.set(subscriber, subscription);
    },
    async dispatch(tx, events) {
      if (events.length === 0) return [];
      const eventIds = events.map(() => ids.next("evt"));
      const types = events.map((event) => event.type);
      const payloads = events.map((event) => JSON.stringify(event.payload));
      await sql`select events.record(${eventIds}, ${types}, ${payloads}, ${clock.now()}, ${
        handling.getStore() ?? null
      }, ${JSON.stringify(originOf())})`.execute(tx.sql);
      tx.afterCommit(ring);
      return eventIds;
    },
    settled: (events, limitMs) =>
      settled({ findOpen: (open) => store.findOpen(open), progress }, events, limitMs),
    async start() {
      housekeeping = createHousekeeping({ store, clock, log, subscriptions });
      await relay.start();
    },
    async stop() {
      await Promise.all([relay.stop(), housekeeping?.stop()]);
    },
    operation: createOperation(database.sql, ring),
  };
}

function originOf(): Origin {
  const { requestId } = currentScope();
  const parent = traceparent();
  return {
    ...(requestId !== undefined && { requestId }),
    ...(parent !== undefined && { traceparent: parent }),
  };
}
