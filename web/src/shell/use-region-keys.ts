import { type RefObject, useEffect } from "react";
import { isPageCovered } from "../ui/hotkey.ts";

/** F6 goes round the panes, Shift-F6 the other way; each gives the keyboard back where it was. */
export function useRegionKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const left = new WeakMap<Element, HTMLElement>();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.defaultPrevented || isPageCovered()) return;
      const regions = visibleRegions(root.current);
      const focused = document.activeElement;
      const current = regions.findIndex((region) => region.contains(focused));
      if (focused instanceof HTMLElement && regions[current] !== undefined)
        left.set(regions[current], focused);
      const next = regions[(current + (event.shiftKey ? regions.length - 1 : 1)) % regions.length];
      if (next === undefined) return;
      event.preventDefault();
      const last = left.get(next);
      (last?.isConnected ? last : entryOf(next)).focus();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [root]);
}

function visibleRegions(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>("[data-region]") ?? [])].filter(
    (region) => region.offsetParent !== null,
  );
}

/** Where one writes, or the pane itself. */
function entryOf(region: HTMLElement): HTMLElement {
  return region.querySelector<HTMLElement>("textarea") ?? region;
}
