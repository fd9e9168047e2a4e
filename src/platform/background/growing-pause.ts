export interface GrowingPause {
  readonly firstMs: number;
  /** How much longer each is than the one before. */
  readonly factor: number;
  readonly longestMs: number;
}

/**
 * The milliseconds to wait after so many failures in a row, from 1. Each is shortened by up to a half, by chance, so
 * that many who failed together do not come back together.
 */
export function growingPause({ firstMs, factor, longestMs }: GrowingPause): (failures: number) => number {
  return (failures) => Math.min(longestMs, firstMs * factor ** (failures - 1)) * (1 - Math.random() / 2);
}
