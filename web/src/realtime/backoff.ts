const firstMs = 200;
const longestMs = 10_000;

/** How long to wait before a further attempt: anything up to a bound that doubles, so that not all come at once. */
export function backoff(failures: number, random: () => number): number {
  return random() * Math.min(longestMs, firstMs * 2 ** failures);
}
