import type { Message } from "./message.ts";
import type { Segment } from "./segment.ts";

/** The list before, if the other has the same things in the same order. */
export function sameList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const isSame = before.length === after.length && before.every((it, index) => it === after[index]);
  return isSame ? before : after;
}

/** What was read anew, with the same objects for messages that are the same, so that no row is drawn twice. */
export function keepingSame(before: Segment | undefined, after: Segment): Segment {
  if (before === undefined) return after;
  const known = new Map(before.held.map(({ message }) => [message.id, message]));
  const same = (message: Message): Message => {
    const other = known.get(message.id);
    return other !== undefined && JSON.stringify(other) === JSON.stringify(message) ? other : message;
  };
  return { ...after, held: after.held.map((it) => ({ ...it, message: same(it.message) })) };
}
