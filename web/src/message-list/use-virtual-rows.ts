import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type RefObject, useCallback } from "react";
import { likelySize } from "./known-heights.ts";
import type { InitialAnchor } from "./list-handle.ts";
import { measureRow } from "./measure-row.ts";
import { openingOffset } from "./opening-offset.ts";
import type { Target } from "./use-scroll-target.ts";

/** Within this many pixels of the end the list counts as being there, and follows it. */
export const endThreshold = 40;

/** How much of what was read already stands above the unread divider when the list opens. */
const readAbove = 96;

/** What a reader does to move the list. */
export const readerMoves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

const overscan = 6;
const room = 12;

interface VirtualRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly keys: readonly string[];
  /** A row's height in pixels, as far as one knows before it is seen; the same as long as the list is there. */
  readonly heightOf: (index: number) => number;
  /** Where the list opens; read once. */
  readonly anchor: InitialAnchor;
  /** What stays where it is, whatever turns out to be higher or lower above it. */
  readonly target: RefObject<Target | undefined>;
  /** Stays mounted wherever the list scrolls, so that the keyboard is never thrown out. */
  readonly focusedKey: string | undefined;
}

export function useVirtualRows(options: VirtualRows) {
  const { scroller, keys, heightOf, anchor, target, focusedKey } = options;
  const focusedIndex = focusedKey === undefined ? -1 : keys.indexOf(focusedKey);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (focusedIndex < 0 || indexes.includes(focusedIndex)) return indexes;
      return [...indexes, focusedIndex].sort((a, b) => a - b);
    },
    [focusedIndex],
  );
  const virtual = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: (index) => keys[index] ?? index,
    measureElement: measureRow,
    initialRect: likelySize(),
    initialOffset: () =>
      openingOffset({ anchor, keys, heightOf, view: likelySize().height, room, readAbove }),
    rangeExtractor,
    overscan,
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: endThreshold,
    scrollPaddingStart: readAbove,
    paddingStart: room,
    paddingEnd: room,
    directDomUpdates: true,
    directDomUpdatesMode: "position",
  });
  virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, measured) => {
    const held = target.current === undefined ? -1 : keys.indexOf(target.current.key);
    return held < 0 ? isAbove(item, measured) : item.index < held;
  };
  return virtual;
}

/** Whether what is seen must be kept where it is when a row turns out to have another height, also while scrolling up. */
function isAbove({ key, start, end }: VirtualItem, virtual: Measured): boolean {
  const seenFrom = virtual.scrollOffset ?? 0;
  return virtual.itemSizeCache.has(key) ? end <= seenFrom : start < seenFrom;
}

type Measured = Pick<VirtualRowsOf, "itemSizeCache" | "scrollOffset">;

/** How many pixels are below what is seen; asking the element would make the browser lay out in the midst of a scroll. */
export function distanceFromEnd(virtual: VirtualRowsOf): number {
  const seen = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0);
  return Math.max(0, virtual.getTotalSize() - seen);
}

export type VirtualRowsOf = ReturnType<typeof useVirtualRows>;
