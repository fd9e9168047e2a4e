import type { Virtualizer } from "@tanstack/react-virtual";

/** While heights are reported: rows that this brings in are seen in the same frame, so they are measured at once. */
let isReporting = false;

/**
 * A row's height in whole pixels. What has just been mounted is not measured but estimated: to ask one row after the
 * other makes the browser lay out the list again for each, while it reports all of them at once before it paints.
 */
export function measureRow(
  element: HTMLDivElement,
  entry: ResizeObserverEntry | undefined,
  { indexFromElement, itemSizeCache, options }: Virtualizer<HTMLDivElement, HTMLDivElement>,
): number {
  const [box] = entry?.borderBoxSize ?? [];
  if (box !== undefined) {
    noteReport();
    return Math.round(box.blockSize);
  }
  if (isReporting) return element.offsetHeight;
  const index = indexFromElement(element);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}

function noteReport(): void {
  if (isReporting) return;
  isReporting = true;
  queueMicrotask(() => {
    isReporting = false;
  });
}
