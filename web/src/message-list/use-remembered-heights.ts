import { useEffect, useRef } from "react";
import { rememberHeights } from "./known-heights.ts";
import type { ListMessage, Row } from "./row.ts";
import type { VirtualRowsOf } from "./use-virtual-rows.ts";

/** Keeps how high the rows were for the next visit, so that it opens without an estimate to correct. */
export function useRememberedHeights(rows: readonly Row<ListMessage>[], virtual: VirtualRowsOf): void {
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  useEffect(
    () => () => {
      const { itemSizeCache, scrollRect } = virtual;
      if (scrollRect !== null) rememberHeights(latest.current, itemSizeCache, scrollRect);
    },
    [virtual],
  );
}
