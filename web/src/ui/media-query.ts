import { useCallback, useSyncExternalStore } from "react";

/** Below this width the client shows one pane at a time; `--breakpoint-pane` in theme.css says the same. */
export const onePane = "(max-width: 640px)";

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
