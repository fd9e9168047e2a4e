import { useLayoutEffect } from "react";
import type { InitialAnchor } from "./list-handle.ts";
import type { VirtualRowsOf } from "./use-virtual-rows.ts";

/** Puts the list where it opens, before anything of it is painted. */
export function useInitialAnchor(
  virtual: VirtualRowsOf,
  keys: readonly string[],
  anchor: InitialAnchor,
): void {
  useLayoutEffect(() => {
    const index = anchor.at === "end" ? -1 : keys.indexOf(anchor.key);
    if (index < 0) virtual.scrollToEnd();
    else virtual.scrollToIndex(index, { align: anchor.at === "message" ? "center" : "start" });
    // Only where it opens: afterwards the reader decides.
  }, []);
}
