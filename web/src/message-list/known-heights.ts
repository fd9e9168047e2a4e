import type { ListMessage, Row } from "./row.ts";

interface Known {
  readonly height: number;
  readonly width: number;
  readonly isContinued: boolean;
}

/** By message: one that changes is another object, and one that is let go of takes its height along. */
const heights = new WeakMap<ListMessage, Known>();

/** How large the list was that was looked at last: the next one is as large. */
let latest = { width: 0, height: window.innerHeight };

/** The size of what can be seen of a list, before it is there. */
export const likelySize = () => latest;

/** Remembers how high rows were seen to be, in pixels by key, when a list of this size is left. */
export function rememberHeights(
  rows: readonly Row<ListMessage>[],
  seen: ReadonlyMap<unknown, number>,
  size: { readonly width: number; readonly height: number },
): void {
  latest = size;
  for (const row of rows) {
    const height = row.kind === "message" ? seen.get(row.key) : undefined;
    if (row.kind !== "message" || height === undefined) continue;
    heights.set(row.message, { height, width: size.width, isContinued: row.isContinued });
  }
}

/** How high a row was when a list was left that showed it, if nothing is known to have changed it. */
export function knownHeight(row: Row<ListMessage>): number | undefined {
  if (row.kind !== "message") return undefined;
  const known = heights.get(row.message);
  return known?.width === latest.width && known.isContinued === row.isContinued ? known.height : undefined;
}
