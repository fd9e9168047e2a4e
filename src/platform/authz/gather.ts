import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Makes one read of many: what is asked while a read is in flight goes into the next one. So every answer
 * comes from a read that began after the question, and at most one read is in flight.
 */
export function gather<Answer>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>> {
  // What is read for many is not in the scope of the one who asked first.
  const apart = AsyncLocalStorage.snapshot();
  let previous: Promise<unknown> = Promise.resolve();
  let next: { keys: Set<string>; answers: Promise<ReadonlyMap<string, Answer>> } | undefined;

  const open = () => {
    const keys = new Set<string>();
    const answers = previous.then(() => {
      next = undefined;
      return apart(read, [...keys]);
    });
    // Who asked is told of a failure; who comes next only waits for its end.
    previous = answers.catch(() => {});
    return { keys, answers };
  };

  return (keys) => {
    next ??= open();
    for (const key of keys) next.keys.add(key);
    return next.answers;
  };
}
