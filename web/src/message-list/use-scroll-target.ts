import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { InitialAnchor } from "./list-handle.ts";
import { readerMoves, type VirtualRowsOf } from "./use-virtual-rows.ts";

export interface Target {
  readonly key: string;
  readonly align: "start" | "center";
}

/** Where a list is sent by how it opens; undefined for its end. */
export function targetOf(anchor: InitialAnchor): Target | undefined {
  if (anchor.at === "end") return undefined;
  return { key: anchor.key, align: anchor.at === "unread" ? "start" : "center" };
}

interface ScrollTarget {
  readonly keys: readonly string[];
  /** Held until the reader moves the list. */
  readonly target: RefObject<Target | undefined>;
  /** Read once. */
  readonly opensAtEnd: boolean;
}

/**
 * Where the list was sent: it opens there before anything of it is painted, and stays there while rows come
 * in, until the reader moves it. The virtualiser itself only knows the row's index, which changes meanwhile.
 */
export function useScrollTarget(
  scroller: RefObject<HTMLElement | null>,
  virtual: VirtualRowsOf,
  { keys, target, opensAtEnd }: ScrollTarget,
) {
  const startsAtEnd = useRef(opensAtEnd);
  useLayoutEffect(() => {
    if (startsAtEnd.current) virtual.scrollToEnd();
  }, [virtual]);

  useLayoutEffect(() => {
    if (target.current === undefined) return;
    const index = keys.indexOf(target.current.key);
    if (index >= 0) virtual.scrollToIndex(index, { align: target.current.align });
  }, [keys, target, virtual]);

  useEffect(() => {
    const element = scroller.current;
    const release = () => {
      target.current = undefined;
    };
    for (const move of readerMoves) element?.addEventListener(move, release, { passive: true });
    return () => {
      for (const move of readerMoves) element?.removeEventListener(move, release);
    };
  }, [scroller, target]);

  return {
    scrollToKey: (key: string, align: Target["align"]): boolean => {
      const index = keys.indexOf(key);
      if (index < 0) return false;
      target.current = { key, align };
      virtual.scrollToIndex(index, { align });
      return true;
    },
    scrollToEnd: () => {
      target.current = undefined;
      virtual.scrollToEnd();
    },
  };
}
