import { AsyncLocalStorage } from "node:async_hooks";

export interface GroupCommitOptions<Item, Result> {
  /** Writes a batch durably, all or nothing; answers a result for each item in order. */
  readonly flush: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Tells the failures of a batch that one bad item can cause from those that no item survives. */
  readonly mayBeOneItem: (error: unknown) => boolean;
  /** Items under the same key are one item: the later ones get the result of the first. */
  readonly keyOf: (item: Item) => string;
  readonly sizeOf: (item: Item) => number;
  readonly mostItems: number;
  readonly mostSize: number;
  /** How many may wait; beyond it `add` throws what this makes. */
  readonly mostWaiting: number;
  readonly full: () => Error;
  readonly meter?: GroupCommitMeter;
}

/** Measures the groups. */
export interface GroupCommitMeter {
  /** Given once: how many wait, whenever it is called. */
  watch(waiting: () => number): void;
  /** Does the flush of so many, and measures it. */
  flush<T>(items: number, work: () => Promise<T>): Promise<T>;
  /** Answers what one item waits for. */
  wait<T>(result: Promise<T>): Promise<T>;
}

export interface GroupCommit<Item, Result> {
  add(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Natural group commit: while one flush is in flight the next batch gathers, so batching comes from
 * being busy and an idle writer pays no delay. One flush at a time; results in the order of arrival.
 */
export function createGroupCommit<Item, Result>(
  options: GroupCommitOptions<Item, Result>,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  const pending = new Map<string, Promise<Result>>();
  let flushing = false;
  // A group is committed for many, so not in the scope of the one who happened to come first.
  const apart = AsyncLocalStorage.snapshot();
  options.meter?.watch(() => waiting.length);

  async function drain(): Promise<void> {
    flushing = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLength(waiting, options));
      waiting = waiting.slice(batch.length);
      await settle(batch, options);
    }
    flushing = false;
  }

  return {
    add(item) {
      const key = options.keyOf(item);
      const first = pending.get(key);
      if (first !== undefined) return first;
      if (waiting.length >= options.mostWaiting) return Promise.reject(options.full());
      const result = new Promise<Result>((resolve, reject) => waiting.push({ item, resolve, reject }));
      pending.set(key, result);
      const forget = () => pending.delete(key);
      result.then(forget, forget);
      // In a microtask, so that what arrives in the same turn shares the first flush.
      if (!flushing) {
        flushing = true;
        queueMicrotask(() => void apart(drain));
      }
      return options.meter?.wait(result) ?? result;
    },
  };
}

function batchLength<Item, Result>(
  waiting: readonly Waiting<Item, Result>[],
  { sizeOf, mostItems, mostSize }: GroupCommitOptions<Item, Result>,
): number {
  let size = 0;
  let length = 0;
  for (const { item } of waiting) {
    size += sizeOf(item);
    if (length >= mostItems || (length > 0 && size > mostSize)) break;
    length++;
  }
  return length;
}

async function settle<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  options: GroupCommitOptions<Item, Result>,
): Promise<void> {
  try {
    const flush = () => options.flush(batch.map(({ item }) => item));
    const results = await (options.meter?.flush(batch.length, flush) ?? flush());
    batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
  } catch (error) {
    if (batch.length > 1 && options.mayBeOneItem(error)) {
      // Nothing of the batch was written: each alone, so that only the bad one fails.
      for (const one of batch) await settle([one], options);
    } else {
      for (const { reject } of batch) reject(error);
    }
  }
}
