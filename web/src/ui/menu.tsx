import type { RefObject } from "react";
import { lazyPart } from "./lazy-part.tsx";
import type { MenuEntry } from "./menu-entry.ts";

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end";
  /** Which line has the focus at first; a menu opened by pointer has none. */
  readonly focus?: "first" | "last";
}

/** A list of actions beside what opened it. Arrow keys and letters move in it, Escape closes it. */
export const Menu = lazyPart<MenuProps>(() => import("./menu-panel.tsx").then((part) => part.MenuPanel));
