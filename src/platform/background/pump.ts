import { AsyncLocalStorage } from "node:async_hooks";

/** Runs a step when woken, and at the latest after a pause; never twice at once. */
export interface Pump {
  /** Once more from the beginning, even if the step runs already: it may have passed what is new. */
  readonly wake: () => void;
  /** As `wake`, but after a pause, unless something wakes it earlier. */
  readonly wakeWithin: (ms: number) => void;
  /** Takes no more wakes; resolves when the step has ended. */
  readonly stop: () => Promise<void>;
}

/** The step must not reject. */
export function createPump(step: () => Promise<void>): Pump {
  // The step is not part of what the one who wakes it is doing.
  const apart = AsyncLocalStorage.snapshot();
  let again = false;
  let stopped = false;
  let active = false;
  let running = Promise.resolve();
  let alarm: { timer: NodeJS.Timeout; at: number } | undefined;

  const due = (): boolean => again && !stopped;
  const run = async (): Promise<void> => {
    active = true;
    while (due()) {
      again = false;
      await step();
    }
    active = false;
  };
  const wake = (): void => {
    again = true;
    if (!active && due()) running = apart(run);
  };
  const clearAlarm = (): void => {
    clearTimeout(alarm?.timer);
    alarm = undefined;
  };

  return {
    wake,
    wakeWithin(ms) {
      const at = performance.now() + ms;
      if (stopped || (alarm && alarm.at <= at)) return;
      clearAlarm();
      const timer = setTimeout(() => {
        alarm = undefined;
        wake();
      }, ms);
      alarm = { timer, at };
    },
    async stop() {
      stopped = true;
      clearAlarm();
      await running;
    },
  };
}
