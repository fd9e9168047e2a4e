import type { ChannelEntry } from "../channel-entry.ts";

type Placed = Pick<ChannelEntry, "id" | "position">;

/**
 * The positions that bring an entry to another index of its section, as few as there can be: between its
 * new neighbours, or after what has one. Entries without a position stand by name behind those with one,
 * so whoever goes among them gives one to all before it. Empty where nothing moves.
 */
export function placesFor(
  section: readonly Placed[],
  movedId: string,
  to: number,
): ReadonlyMap<string, number> {
  const from = section.findIndex(({ id }) => id === movedId);
  const moved = section[from];
  if (moved === undefined || from === to || to < 0 || to >= section.length) return new Map();
  const order = section.toSpliced(from, 1).toSpliced(to, 0, moved);
  const before = order.slice(0, to);
  const unplaced = before.filter(({ position }) => position === undefined);
  const last = before[to - 1 - unplaced.length]?.position;
  if (unplaced.length > 0) return counted([...unplaced, moved], (last ?? 0) + 1);
  const place = between(last, order[to + 1]?.position);
  if (place !== undefined) return new Map([[movedId, place]]);
  // No number fits in between: everything that has a place gets a new one.
  const end = order.findLastIndex(({ id, position }) => id === movedId || position !== undefined);
  return counted(order.slice(0, end + 1), 1);
}

function counted(entries: readonly Placed[], first: number): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, index) => [id, first + index]));
}

function between(before: number | undefined, after: number | undefined): number | undefined {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const middle = before + (after - before) / 2;
  return before < middle && middle < after ? middle : undefined;
}
