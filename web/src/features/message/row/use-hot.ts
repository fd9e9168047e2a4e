import { type RefObject, useEffect, useState } from "react";

const pointing = ["pointerenter", "pointerleave", "focusin", "focusout"] as const;

/**
 * Whether somebody points at the row or has the keyboard in it, so that its tools are made for that one row
 * only. A row stays hot while something that was opened from it is open.
 */
export function useHot(content: RefObject<HTMLElement | null>): boolean {
  const [isHot, setHot] = useState(false);
  useEffect(() => {
    const row = content.current?.closest<HTMLElement>("[data-key]") ?? content.current;
    if (row === null) return undefined;
    const look = () => setHot(row.matches(":hover, :focus-within") || hasOpen(row));
    // Focus is nowhere for a moment while it moves.
    const lookSoon = () => queueMicrotask(look);
    for (const event of pointing) row.addEventListener(event, lookSoon);
    return () => {
      for (const event of pointing) row.removeEventListener(event, lookSoon);
    };
  }, [content]);
  return isHot;
}

function hasOpen(row: HTMLElement): boolean {
  return row.querySelector("[aria-expanded=true]") !== null;
}
