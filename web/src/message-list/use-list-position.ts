import { type RefObject, useEffect, useState } from "react";
import { distanceFromEnd, endThreshold, readerMoves, type VirtualRowsOf } from "./use-virtual-rows.ts";

/** Where the reader is in the list. */
export interface ListPosition {
  readonly isAtEnd: boolean;
  /** More than a screen away from the end: worth a button to go there. */
  readonly isFarFromEnd: boolean;
  readonly firstVisible: number;
  /** While the reader moves the list, not while it puts itself where it opens. */
  readonly isScrolling: boolean;
}

/** The day's name stays this long after the last movement. */
const settledAfter = 1_200;

const start: ListPosition = { isAtEnd: true, isFarFromEnd: false, firstVisible: 0, isScrolling: false };

/** Renders only when what it tells has changed, not for every pixel. */
export function useListPosition(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: VirtualRowsOf,
): ListPosition {
  const [position, setPosition] = useState(start);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isReaders = false;
    const onMove = () => {
      isReaders = true;
    };
    const read = (isScrolling: boolean) => {
      const next = positionOf(virtual, isScrolling && isReaders);
      setPosition((known) => (isSame(known, next) ? known : next));
    };
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => read(false), settledAfter);
      read(true);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    for (const move of readerMoves) element.addEventListener(move, onMove, { passive: true });
    return () => {
      element.removeEventListener("scroll", onScroll);
      for (const move of readerMoves) element.removeEventListener(move, onMove);
      clearTimeout(timer);
    };
  }, [scroller, virtual]);
  return position;
}

function positionOf(virtual: VirtualRowsOf, isScrolling: boolean): ListPosition {
  const fromEnd = distanceFromEnd(virtual);
  return {
    isAtEnd: fromEnd <= endThreshold,
    isFarFromEnd: fromEnd > (virtual.scrollRect?.height ?? 0),
    firstVisible: virtual.getVirtualItemForOffset(virtual.scrollOffset ?? 0)?.index ?? 0,
    isScrolling,
  };
}

function isSame(a: ListPosition, b: ListPosition): boolean {
  return (
    a.isAtEnd === b.isAtEnd &&
    a.isFarFromEnd === b.isFarFromEnd &&
    a.firstVisible === b.firstVisible &&
    a.isScrolling === b.isScrolling
  );
}
