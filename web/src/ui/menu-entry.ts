import type { ReactNode } from "react";
import type { Hotkey } from "./hotkey.ts";

/** A line of a menu. */
export type MenuEntry = MenuAction | MenuBranch | { readonly kind: "separator"; readonly id: string };

/** A line that opens another menu beside it. */
export interface MenuBranch {
  readonly kind: "branch";
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly entries: readonly MenuAction[];
}

export interface MenuAction {
  readonly kind?: "action";
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: Hotkey;
  readonly tone?: "danger";
  readonly isDisabled?: boolean;
  /** For one of several choices: shows a tick. */
  readonly isChosen?: boolean;
  readonly onSelect: () => void;
}
