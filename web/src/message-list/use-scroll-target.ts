import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { InitialAnchor } from "./list-handle.ts";
import { readerMoves, type VirtualRowsOf } from "./use-virtual-rows.ts";

interface Target {
  readonly key: string;
  readonly align: "start" | "center";
}

/**
 * Where the list was sent: it opens there before anything of it is painted, and stays there while rows come
 * in, until the reader moves it. The virtualiser itself only knows the row's index, which changes meanwhile.
 */
export function useScrollTarget(
  scroller: RefObject<HTMLElement | null>,
  virtual: VirtualRowsOf,
  { keys, initial }: { readonly keys: readonly string[]; readonly initial: InitialAnchor },
) {
  const target = useRef<Target | undefined>(
    initial.at === "end"
      ? undefined
      : { key: initial.key, align: initial.at === "unread" ? "start" : "center" },
  );

  // Where it opens is asked once; afterwards the reader decides.
  const opensAtEnd = useRef(initial.at === "end");
  useLayoutEffect(() => {
    if (opensAtEnd.current) virtual.scrollToEnd();
  }, [virtual]);

  useLayoutEffect(() => {
    if (target.current === undefined) return;
    const index = keys.indexOf(target.current.key);
    if (index >= 0) virtual.scrollToIndex(index, { align: target.current.align });
  }, [keys, virtual]);

  useEffect(() => {
    const element = scroller.current;
    const release = () => {
      target.current = undefined;
    };
    for (const move of readerMoves) element?.addEventListener(move, release, { passive: true });
    return () => {
      for (const move of readerMoves) element?.removeEventListener(move, release);
    };
  }, [scroller]);

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
