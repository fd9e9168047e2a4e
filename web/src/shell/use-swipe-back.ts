import { type TouchEvent, useRef } from "react";

/** A swipe must be this long, and this much more sideways than up or down. */
const least = 72;
const slope = 2;

interface Start {
  readonly x: number;
  readonly y: number;
}

/** Touch handlers that call back for a swipe from the start of the line to its end. */
export function useSwipeBack(onBack: () => void, isEnabled: boolean) {
  const start = useRef<Start>(undefined);
  if (!isEnabled) return {};
  return {
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches.length === 1 ? event.touches[0] : undefined;
      // What is touched in a dialog comes here too, by way of the components, though it lies elsewhere.
      const isWithin = event.target instanceof Node && event.currentTarget.contains(event.target);
      const isTaken = touch === undefined || !isWithin || scrollsSideways(event.target);
      start.current = isTaken ? undefined : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      const touch = event.changedTouches[0];
      if (start.current === undefined || touch === undefined) return;
      const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
      const along = (touch.clientX - start.current.x) * (isRtl ? -1 : 1);
      const across = Math.abs(touch.clientY - start.current.y);
      start.current = undefined;
      if (along >= least && along > across * slope) onBack();
    },
  };
}

/** Code and tables are swiped to be read. */
function scrollsSideways(target: EventTarget): boolean {
  let element = target instanceof Element ? target : null;
  while (element !== null) {
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "auto")
      return true;
    element = element.parentElement;
  }
  return false;
}
