import { useEffect, useRef } from "react";

/** Takes the keyboard if it should have it now; answers whether it did. */
type Taker = () => boolean;

const takers = new Set<Taker>();

/** Offers the keyboard to `take` when what had it is gone. */
export function useLostFocus(take: Taker): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const taker = () => latest.current();
    takers.add(taker);
    return () => void takers.delete(taker);
  }, []);
}

/**
 * Finds the keyboard a place if what had it is gone: nearby, or else where one writes, or reads (`data-read`). Otherwise the
 * browser begins at the top of the page again, and a screen reader with it. Call it when something was taken away;
 * what gives the keyboard back by itself, as React Aria does in the next frame, comes first.
 */
export function mendLostFocus(): void {
  requestAnimationFrame(() => requestAnimationFrame(giveAway));
}

function giveAway(): void {
  // The whole main part has it only where there was no better place yet.
  if (document.activeElement?.matches("body, main") === false) return;
  for (const take of takers) if (take()) return;
  // On a touch screen the keyboard of the screen would rise where one writes.
  const isTouch = matchMedia("(pointer: coarse)").matches;
  const places = isTouch ? "main, main [data-read]" : "main, main [data-read], main textarea";
  const seen = [...document.querySelectorAll<HTMLElement>(places)].filter(isVisible);
  seen.at(-1)?.focus();
}

const isVisible = (element: Element) => element.getClientRects().length > 0;

/** For what lies over the page: mends the focus when it goes. */
export function MendsFocus(): null {
  useEffect(() => mendLostFocus, []);
  return null;
}
