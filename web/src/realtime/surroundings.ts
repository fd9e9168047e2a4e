/** What the browser tells about the network and whether somebody is looking. */
export interface Surroundings {
  readonly isOnline: () => boolean;
  readonly isVisible: () => boolean;
  /** Calls back when either may have changed, and when the page comes back from the browser's cache. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls back when somebody types, points or touches. */
  readonly onActivity: (listener: () => void) => () => void;
}

const activities = ["pointerdown", "keydown", "wheel", "touchstart"];

export const browserSurroundings: Surroundings = {
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === "visible",
  subscribe(listener) {
    const ended = new AbortController();
    const { signal } = ended;
    for (const event of ["online", "offline", "pageshow"])
      window.addEventListener(event, listener, { signal });
    document.addEventListener("visibilitychange", listener, { signal });
    return () => ended.abort();
  },
  onActivity(listener) {
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true, capture: true };
    for (const event of activities) document.addEventListener(event, listener, options);
    return () => ended.abort();
  },
};
