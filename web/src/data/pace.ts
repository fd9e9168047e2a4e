/** Something that is done a while after it was last asked for. */
export interface Paced {
  soon(): void;
  stop(): void;
}

/**
 * Waits until nobody has asked for a while, then does it once. What fails is left until it is asked for again:
 * whatever made it fail leads to that, as a connection that comes back does.
 */
export function debounced(delayMs: number, action: () => unknown): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(() => void Promise.resolve(action()).catch(() => undefined), delayMs);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Lets through the first of many calls, and the others no sooner than this after the one before. */
export function throttle(pauseMs: number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const now = Date.now();
    if (now - last < pauseMs) return false;
    last = now;
    return true;
  };
}
