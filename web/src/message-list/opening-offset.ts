import type { InitialAnchor } from "./list-handle.ts";

interface Opening {
  readonly anchor: InitialAnchor;
  readonly keys: readonly string[];
  /** A row's height in pixels, as far as one knows. */
  readonly heightOf: (index: number) => number;
  /** How high the part of the list is that can be seen. */
  readonly view: number;
  /** Space before the first row and after the last. */
  readonly room: number;
  /** How much of what was read stands above the unread divider. */
  readonly readAbove: number;
}

/** About where a list is scrolled to when it opens, so that the rows that are made first are those that are seen. */
export function openingOffset({ anchor, keys, heightOf, view, room, readAbove }: Opening): number {
  const target = anchor.at === "end" ? -1 : keys.indexOf(anchor.key);
  let [start, total] = [0, room];
  for (let index = 0; index < keys.length; index += 1) {
    if (index === target) start = total;
    total += heightOf(index);
  }
  const end = Math.max(0, total + room - view);
  if (target < 0) return end;
  const above = anchor.at === "unread" ? readAbove : (view - heightOf(target)) / 2;
  return Math.min(end, Math.max(0, start - above));
}
