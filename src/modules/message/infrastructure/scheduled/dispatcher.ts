import { growingPause } from "../../../../platform/background/growing-pause.ts";
import { createPump } from "../../../../platform/background/pump.ts";
import { Setback } from "../../../../platform/background/setback.ts";
import type { Log } from "../../../../platform/log/log.ts";
import type { Bus } from "../../../../platform/realtime/local-bus.ts";

export interface DispatcherDeps {
  /** Sends one that is due; undefined where there is none. */
  readonly sendNext: () => Promise<object | undefined>;
  readonly nextDue: () => Promise<Date | undefined>;
  readonly planned: Bus<number>;
  readonly now: () => Date;
  readonly log: Pick<Log, "error" | "info">;
}

/** Sends what is due, as long as it runs; every process may have one. */
export interface Dispatcher {
  readonly start: () => void;
  /** Resolves when what is being sent is done. */
  readonly stop: () => Promise<void>;
}

// Nine o'clock is when many are due.
const AT_ONCE = 4;
// What was planned elsewhere may not have been told; a failure may have passed.
const LOOK_EVERY_MS = 30_000;
const AGAIN_MS = 1_000;

/** Sleeps until the next one is due; whoever plans an earlier one wakes it, in every process. */
export function createDispatcher({ sendNext, nextDue, planned, now, log }: DispatcherDeps): Dispatcher {
  let unsubscribe = (): void => undefined;
  const until = (moment: number) => Math.min(LOOK_EVERY_MS, Math.max(0, moment - now().getTime()));

  const sendAll = async (): Promise<void> => {
    while ((await sendNext()) !== undefined);
  };
  const setback = new Setback({
    log,
    begun: "planned messages could not be sent; trying again",
    over: "planned messages are sent again",
    pauseMs: growingPause({ firstMs: AGAIN_MS, factor: 2, longestMs: LOOK_EVERY_MS }),
  });
  const pump = createPump(async () => {
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
      const next = await nextDue();
      setback.succeeded();
      pump.wakeWithin(next === undefined ? LOOK_EVERY_MS : until(next.getTime()));
    } catch (error) {
      pump.wakeWithin(setback.failed(error));
    }
  });

  return {
    start() {
      unsubscribe = planned.subscribe((moment) => pump.wakeWithin(until(moment)));
      pump.wake();
    },
    async stop() {
      unsubscribe();
      await pump.stop();
    },
  };
}
