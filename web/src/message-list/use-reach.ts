import { useEffect } from "react";

/** More is asked for when so few rows are left beyond what is seen. */
const within = 12;

interface Reach {
  readonly first: number;
  readonly last: number;
  readonly keys: readonly string[];
  readonly onReachStart: (() => void) | undefined;
  readonly onReachEnd: (() => void) | undefined;
}

/** Asks for more rows when either end comes near, and again when what came was not enough. */
export function useReach({ first, last, keys, onReachStart, onReachEnd }: Reach): void {
  const count = keys.length;
  const isNearStart = count > 0 && first < within;
  const isNearEnd = count > 0 && last >= count - within;
  const firstKey = keys[0];
  const lastKey = keys[count - 1];
  // That a page has come in, after which the end may still be near, is told by the number of rows, or where as
  // many were let go by the keys at the ends.
  useEffect(() => {
    if (isNearStart && firstKey !== undefined) onReachStart?.();
  }, [isNearStart, firstKey, count, onReachStart]);
  useEffect(() => {
    if (isNearEnd && lastKey !== undefined) onReachEnd?.();
  }, [isNearEnd, lastKey, count, onReachEnd]);
}
