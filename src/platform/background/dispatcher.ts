import type { Log } from "../log/log.ts";
import type { Bus } from "../realtime/local-bus.ts";
import { growingPause } from "./growing-pause.ts";
import { createPump } from "./pump.ts";
import { Setback } from "./setback.ts";

export interface DispatcherDeps {
  /** Does one that is due; undefined where there is none. */
  readonly doNext: () => Promise<object | undefined>;
  readonly nextDue: () => Promise<Date | undefined>;
  /** Carries the moments at which something is due, in milliseconds since 1970. */
  readonly due: Pick<Bus<number>, "subscribe">;
  readonly now: () => Date;
  readonly log: Pick<Log, "error" | "info">;
  /** How many are done side by side. */
  readonly atOnce: number;
  /** For the log: that it fails, and that it does so no more. */
  readonly sentences: { readonly begun: string; readonly over: string };
}

/** Does what is due, as long as it runs; every process may have one. */
export interface Dispatcher {
  readonly start: () => void;
  /** Resolves when what was begun is done. */
  readonly stop: () => Promise<void>;
}

// What is due of others' may not have been told; a failure may have passed.
const LOOK_EVERY_MS = 30_000;
const AGAIN_MS = 1_000;

/** Sleeps until the next one is due; whoever tells of an earlier one wakes it. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const { doNext, nextDue, due, now, log, atOnce, sentences } = deps;
  let unsubscribe = (): void => undefined;
  const until = (moment: number) => Math.min(LOOK_EVERY_MS, Math.max(0, moment - now().getTime()));

  const doAll = async (): Promise<void> => {
    while ((await doNext()) !== undefined);
  };
  const setback = new Setback({
    log,
    ...sentences,
    pauseMs: growingPause({ firstMs: AGAIN_MS, factor: 2, longestMs: LOOK_EVERY_MS }),
  });
  const pump = createPump(async () => {
    try {
      await Promise.all(Array.from({ length: atOnce }, doAll));
      const next = await nextDue();
      setback.succeeded();
      pump.wakeWithin(next === undefined ? LOOK_EVERY_MS : until(next.getTime()));
    } catch (error) {
      pump.wakeWithin(setback.failed(error));
    }
  });

  return {
    start() {
      unsubscribe = due.subscribe((moment) => pump.wakeWithin(until(moment)));
      pump.wake();
    },
    async stop() {
      unsubscribe();
      await pump.stop();
    },
  };
}
