import type { RefObject } from "react";
import type { LazyEntries } from "./lazy-menu.ts";
import { lazyPart } from "./lazy-part.tsx";

export interface MenuProps {
  readonly label: string;
  /** Asked for when the menu opens, so that rows of a list need not build menus nobody sees. */
  readonly entries: () => LazyEntries;
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly placement?: "bottom start" | "bottom end" | "top start" | "top end";
  /** Which line has the focus at first; a menu opened by pointer has none. */
  readonly focus?: "first" | "last";
}

/** A list of actions beside what opened it. Arrow keys and letters move in it, Escape closes it. */
export const Menu = lazyPart<MenuProps>(() => import("./menu-panel.tsx").then((part) => part.MenuPanel));
