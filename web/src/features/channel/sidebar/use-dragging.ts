import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";

interface Dragging {
  readonly ref: RefObject<HTMLUListElement | null>;
  readonly onPointerEnter: (event: PointerEvent) => void;
}

/**
 * Lets the mouse carry the rows of a list to another index; without `onMove` they stay. Its code comes when
 * the mouse does. Fingers scroll and press long instead, and keys have the menu.
 */
export function useDragging(
  ids: readonly string[],
  onMove: ((from: number, to: number) => void) | undefined,
): Dragging {
  const ref = useRef<HTMLUListElement>(null);
  const [isNear, setNear] = useState(false);
  const latest = useRef(onMove);
  useEffect(() => {
    latest.current = onMove;
  });
  const order = ids.join(" ");
  const isActive = isNear && onMove !== undefined && order !== "";
  useEffect(() => {
    const list = ref.current;
    if (!isActive || list === null) return undefined;
    const stop = new AbortController();
    import("./drag-rows.ts").then(
      ({ dragRows }) => {
        if (stop.signal.aborted) return;
        stop.signal.addEventListener(
          "abort",
          dragRows(list, (from, to) => latest.current?.(from, to)),
        );
      },
      // The menu moves channels too.
      () => undefined,
    );
    return () => stop.abort();
  }, [isActive, order]);
  return { ref, onPointerEnter: ({ pointerType }) => pointerType === "mouse" && setNear(true) };
}
