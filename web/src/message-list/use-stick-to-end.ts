import { type RefObject, useEffect } from "react";
import { distanceFromEnd, endThreshold, type VirtualRowsOf } from "./use-virtual-rows.ts";

/** Keeps a reader who is at the end there when the window, the keyboard or the composer changes the list's size. */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>, virtual: VirtualRowsOf): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let wasAtEnd = distanceFromEnd(virtual) <= endThreshold;
    const onScroll = () => {
      wasAtEnd = distanceFromEnd(virtual) <= endThreshold;
    };
    // A change of size alone is no scroll event, so this still knows how it was before.
    const observer = new ResizeObserver(() => {
      if (wasAtEnd) virtual.scrollToEnd();
    });
    element.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [scroller, virtual]);
}
