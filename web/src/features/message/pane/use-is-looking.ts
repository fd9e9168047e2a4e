import { useSyncExternalStore } from "react";

const turns = ["focus", "blur"] as const;

function subscribe(listener: () => void): () => void {
  for (const turn of turns) window.addEventListener(turn, listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    for (const turn of turns) window.removeEventListener(turn, listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** Whether the reader has this window in front: what comes in is then seen. */
export function useIsLooking(): boolean {
  return useSyncExternalStore(subscribe, () => document.visibilityState === "visible" && document.hasFocus());
}
