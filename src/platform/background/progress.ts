/** What is noted of reports while somebody waits for some of them. */
export interface Watch<Id extends string> {
  /** Resolves once one of these was reported since the watch began or last resolved, or time is up. */
  next(ids: readonly Id[], limitMs: number): Promise<void>;
  end(): void;
}

/** Tells waiters in this process that something about an event, or whatever has an id, has moved. */
export interface Progress<Id extends string> {
  report(ids: readonly Id[]): void;
  watch(): Watch<Id>;
}

export function createProgress<Id extends string>(): Progress<Id> {
  const listeners = new Set<(ids: readonly Id[]) => void>();
  return {
    report(ids) {
      for (const listener of listeners) listener(ids);
    },
    watch() {
      // Reports between a look at the database and the wait that follows it must not be missed.
      const reported = new Set<Id>();
      let check: (() => void) | undefined;
      const listener = (ids: readonly Id[]): void => {
        for (const id of ids) reported.add(id);
        check?.();
      };
      listeners.add(listener);
      return {
        async next(ids, limitMs) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, limitMs);
            check = () => {
              if (!ids.some((id) => reported.has(id))) return;
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
