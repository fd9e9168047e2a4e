import { type RefObject, useRef } from "react";
import { regionKeys } from "../ui/hotkey-table.ts";
import { useHotkeys } from "../ui/use-hotkeys.ts";

/** Goes round the panes and, within one, on from where one writes to what is read there; each gives the keyboard back where it was. */
export function useRegionKeys(root: RefObject<HTMLElement | null>): void {
  const left = useRef(new WeakMap<Element, HTMLElement>());
  const go = (step: -1 | 1) => {
    const regions = visibleRegions(root.current);
    const focused = document.activeElement;
    const current = regions.findLastIndex((region) => region.contains(focused));
    const from = regions[current];
    if (focused instanceof HTMLElement && from !== undefined) left.current.set(from, focused);
    const next = regions.at((current + step) % regions.length);
    if (next === undefined) return;
    const last = left.current.get(next);
    (last?.isConnected ? last : entryOf(next)).focus();
  };
  useHotkeys(regionKeys, { regions: () => go(1), regionsBack: () => go(-1) });
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
