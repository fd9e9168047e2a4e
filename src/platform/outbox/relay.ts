import type { EventId } from "../../kernel/ids.ts";
import { growingPause } from "../background/growing-pause.ts";
import type { Progress } from "../background/progress.ts";
import { createPump } from "../background/pump.ts";
import { Setback } from "../background/setback.ts";
import { inScope } from "../log/scope.ts";
import { inSpan } from "../telemetry/tracing.ts";
import { type DeliverDeps, deliver } from "./deliver.ts";
import type { Subscription } from "./event-bus.ts";
import type { Delivery, Lane } from "./outbox-store.ts";

export interface RelayDeps extends DeliverDeps {
  readonly progress: Progress<EventId>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
}

/** Makes deliveries of committed events, and runs those of the consumers of this process. */
export interface Relay {
  readonly start: () => Promise<void>;
  /** There may be something new. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

const EVENTS_AT_ONCE = 500;
const LONGEST_PAUSE_MS = 5_000;

export function createRelay(deps: RelayDeps): Relay {
  const { store, policy, progress, log, subscriptions } = deps;
  const leaseMs = 2 * policy.handlerLimitMs;
  const running = new Map<Delivery, Promise<void>>();
  let started = false;
  const setback = setbackOf(deps);

  const pump = createPump(async () => {
    try {
      const relayed = await store.relay(EVENTS_AT_ONCE);
      progress.report(relayed);
      const claimed = await store.claim(freeLanes(), leaseMs);
      for (const delivery of claimed) {
        const subscription = subscriptions.get(delivery.subscriber);
        if (subscription) running.set(delivery, run(subscription, delivery));
      }
      if (relayed.length === EVENTS_AT_ONCE) pump.wake();
      setback.succeeded();
      pump.wakeWithin(policy.pollMs);
    } catch (error) {
      pump.wakeWithin(setback.failed(error));
    }
  });

  function freeLanes(): Lane[] {
    const busy = new Map<string, number>();
    for (const { subscriber } of running.keys()) busy.set(subscriber, (busy.get(subscriber) ?? 0) + 1);
    return [...subscriptions.values()]
      .map(({ subscriber, concurrency = 1 }) => ({
        subscriber,
        free: concurrency - (busy.get(subscriber) ?? 0),
      }))
      .filter((lane) => lane.free > 0);
  }

  async function run(subscription: Subscription, delivery: Delivery): Promise<void> {
    try {
      await inOrigin(delivery, () => deliver(deps, subscription, delivery));
    } catch (error) {
      log.error({ err: error, event: delivery.event.id }, "the outcome of a delivery was not recorded");
    }
    running.delete(delivery);
    progress.report([delivery.event.id]);
    pump.wake();
  }

  return {
    async start() {
      await store.announceConsumers([...subscriptions.values()]);
      started = true;
      pump.wake();
    },
    wake() {
      if (started) pump.wake();
    },
    async stop() {
      await pump.stop();
      await Promise.all(running.values());
    },
  };
}

function setbackOf({ log, policy }: RelayDeps): Setback {
  return new Setback({
    log,
    begun: "events could not be relayed; trying again",
    over: "events are relayed again",
    pauseMs: growingPause({ firstMs: policy.pollMs, factor: 2, longestMs: LONGEST_PAUSE_MS }),
  });
}

/** In the scope and the trace of what the event was dispatched in. */
function inOrigin({ event, subscriber, origin }: Delivery, work: () => Promise<void>): Promise<void> {
  const { requestId, traceparent: parent } = origin ?? {};
  const scope = { event: event.id, ...(requestId !== undefined && { requestId }) };
  const attributes = { "messaging.message.id": event.id, "messaging.destination.name": event.type };
  return inScope(scope, () =>
    inSpan(`deliver ${subscriber}`, { kind: "CONSUMER", parent, attributes }, work),
  );
}
