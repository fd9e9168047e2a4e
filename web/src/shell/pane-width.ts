import { useState } from "react";

const limits = {
  sidebar: { initial: 264, least: 200, most: 420 },
  aside: { initial: 372, least: 320, most: 640 },
} as const;

export interface PaneWidth {
  readonly width: number;
  readonly least: number;
  readonly most: number;
  readonly resize: (width: number) => void;
  readonly reset: () => void;
}

/** How wide somebody made a pane on this device, in pixels. */
export function usePaneWidth(pane: keyof typeof limits): PaneWidth {
  const { initial, least, most } = limits[pane];
  const storageKey = `chatter.width.${pane}`;
  const clamp = (width: number) => Math.round(Math.min(most, Math.max(least, width)));
  const [width, setWidth] = useState(() => clamp(Number(localStorage.getItem(storageKey)) || initial));
  const resize = (wanted: number) => {
    setWidth(clamp(wanted));
    localStorage.setItem(storageKey, String(clamp(wanted)));
  };
  return { width, least, most, resize, reset: () => resize(initial) };
}
