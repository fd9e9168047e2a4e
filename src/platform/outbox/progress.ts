import type { EventId } from "../../kernel/ids.ts";

/** What is noted of reports while somebody waits for some of them. */
export interface Watch {
  /** Resolves once one of the events was reported since the watch began or last resolved, or time is up. */
  next(events: readonly EventId[], limitMs: number): Promise<void>;
  end(): void;
}

/** Tells waiters in this process that something about an event has moved. */
export interface Progress {
  report(events: readonly EventId[]): void;
  watch(): Watch;
}

export function createProgress(): Progress {
  const listeners = new Set<(events: readonly EventId[]) => void>();
  return {
    report(events) {
      for (const listener of listeners) listener(events);
    },
    watch() {
      // Reports between a look at the database and the wait that follows it must not be missed.
      const reported = new Set<EventId>();
      let check: (() => void) | undefined;
      const listener = (events: readonly EventId[]): void => {
        for (const event of events) reported.add(event);
        check?.();
      };
      listeners.add(listener);
      return {
        async next(events, limitMs) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, limitMs);
            check = () => {
              if (!events.some((event) => reported.has(event))) return;
              clearTimeout(timer);
              resolve();
            };
            check();
          });
          check = undefined;
          reported.clear();
        },
        end: () => void listeners.delete(listener),
      };
    },
  };
}
