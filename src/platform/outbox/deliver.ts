import type { BaseLogger } from "pino";
import type { DeliveryPolicy } from "./delivery-policy.ts";
import type { DeliveredEvent, Subscription } from "./event-bus.ts";
import type { Delivery, OutboxStore } from "./outbox-store.ts";

export interface DeliverDeps {
  readonly store: OutboxStore;
  readonly policy: DeliveryPolicy;
  readonly log: Pick<BaseLogger, "info" | "warn" | "error">;
  /** Calls the handler so that what it dispatches names the event as its cause. */
  readonly handleAs: <T>(event: DeliveredEvent, work: () => Promise<T>) => Promise<T>;
}

/**
 * One attempt: calls the handler and records what came of it. Rejects only where that could not be
 * recorded; then the lease ends by itself and somebody tries again.
 */
export async function deliver(
  deps: DeliverDeps,
  subscription: Subscription,
  delivery: Delivery,
): Promise<void> {
  const { store, policy, handleAs } = deps;
  const { event, attempt } = delivery;
  // Earlier attempts ended with their process: parked, so that it does not take one process after another.
  if (attempt > policy.attempts) {
    return recordFailure(deps, delivery, "every attempt ended with the process that made it");
  }
  try {
    await withinLimit(
      handleAs(event, () => subscription.handle(event)),
      policy.handlerLimitMs,
    );
  } catch (error) {
    return recordFailure(deps, delivery, error);
  }
  await store.markDone(delivery);
}

async function recordFailure(deps: DeliverDeps, delivery: Delivery, error: unknown): Promise<void> {
  const { store, policy, log } = deps;
  const { event, subscriber, attempt } = delivery;
  const retryInMs = attempt < policy.attempts ? policy.delayMs(attempt) : undefined;
  const facts = { err: error, event: event.id, type: event.type, subscriber, attempt };
  if (retryInMs === undefined) log.error(facts, "event parked: an operator must look at it");
  else log.warn({ ...facts, retryInMs: Math.round(retryInMs) }, "event handler failed");
  await store.markFailed(delivery, { error: describe(error), retryInMs });
}

async function withinLimit(work: Promise<void>, limitMs: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`the handler took longer than ${limitMs} ms`)), limitMs);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const DESCRIPTION_LENGTH = 2_000;

function describe(error: unknown): string {
  return String(error instanceof Error ? (error.stack ?? error) : error).slice(0, DESCRIPTION_LENGTH);
}
