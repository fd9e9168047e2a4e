import type { BaseLogger } from "pino";
import type { Clock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/ids.ts";
import { createPump, type Pump } from "../background/pump.ts";
import type { Subscription } from "./event-bus.ts";
import type { OutboxStore } from "./outbox-store.ts";

export interface HousekeepingDeps {
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly log: Pick<BaseLogger, "error">;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const PAUSE_MS = 10 * 60 * 1000;
const ROWS_AT_ONCE = 1_000;

/**
 * From time to time: says that this process's consumers are alive, gives up those that nobody has run for a
 * week, and deletes events that all their consumers completed, a week after they occurred. Begins after a
 * pause, so that all processes of an installation that slept can come back before any consumer is given up.
 */
export function createHousekeeping(deps: HousekeepingDeps, pauseMs: number = PAUSE_MS): Pump {
  const { store, clock, log, subscriptions } = deps;
  const pump = createPump(async () => {
    try {
      await store.announceConsumers([...subscriptions.values()]);
      await store.abandonConsumers(WEEK_MS);
      const deleted = await store.deleteCompleted(idOfWeekAgo(clock), ROWS_AT_ONCE);
      pump.wakeWithin(deleted < ROWS_AT_ONCE ? pauseMs : 0);
    } catch (error) {
      log.error({ err: error }, "the outbox could not be tidied up; trying again");
      pump.wakeWithin(pauseMs);
    }
  });
  pump.wakeWithin(pauseMs);
  return pump;
}

/** Ids tell the time, so the primary key serves as the index of age. */
const idOfWeekAgo = (clock: Clock) =>
  createIds({ now: () => new Date(clock.now().getTime() - WEEK_MS) }).next("evt");
