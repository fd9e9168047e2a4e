import { useCallback, useSyncExternalStore } from "react";

/** Below this width the client shows one pane at a time; `--breakpoint-pane` in theme.css says the same. */
export const onePane = "(max-width: 640px)";

/** Below this width the aside lies over the main pane; `--breakpoint-aside` in theme.css says the same. */
export const twoPanes = "(max-width: 1100px)";

/** Whether a media query holds, now and later. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
