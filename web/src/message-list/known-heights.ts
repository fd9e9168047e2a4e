/** Heights that rows had when they were last on screen: a list that is opened again need not find them anew. */
const heights = new Map<string, number>();

const most = 5_000;

/** How high a row was, in pixels. */
export function knownHeight(key: string): number | undefined {
  return heights.get(key);
}

/** Keeps the heights of a list that is left; of very many, those of the lists left last. */
export function keepHeights(measured: Iterable<readonly [unknown, number]>): void {
  for (const [key, height] of measured) {
    // Moving it to the end makes the first key the one longest unused.
    heights.delete(String(key));
    heights.set(String(key), height);
  }
  for (const key of heights.keys()) {
    if (heights.size <= most) return;
    heights.delete(key);
  }
}
