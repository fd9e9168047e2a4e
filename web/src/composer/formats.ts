import {
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  SquareCode,
  Strikethrough,
} from "lucide-react";
import type { ComposerTextKey } from "../text/composer.ts";
import type { Hotkey } from "../ui/hotkey.ts";
import type { Edit, TextState } from "./edit.ts";
import { insertCodeBlock, insertLink, toggleLines, toggleMark } from "./format.ts";

/** A way to format, as the toolbar, the menu and the keyboard offer it. */
export interface Format {
  readonly id: string;
  readonly label: ComposerTextKey;
  readonly icon: LucideIcon;
  readonly hotkey: Hotkey;
  readonly edit: (state: TextState) => Edit;
}

/** Those that have a button of their own where there is room. */
export const frequentFormats = [
  {
    id: "bold",
    label: "bold",
    icon: Bold,
    hotkey: "mod+b",
    edit: (state) => toggleMark(state, "**"),
  },
  {
    id: "italic",
    label: "italic",
    icon: Italic,
    hotkey: "mod+i",
    edit: (state) => toggleMark(state, "_"),
  },
  {
    id: "code",
    label: "code",
    icon: Code,
    hotkey: "mod+e",
    edit: (state) => toggleMark(state, "`"),
  },
] as const satisfies readonly Format[];

const furtherFormats = [
  {
    id: "strike",
    label: "strike",
    icon: Strikethrough,
    hotkey: "mod+shift+x",
    edit: (state) => toggleMark(state, "~~"),
  },
  {
    id: "link",
    label: "link",
    icon: Link,
    hotkey: "mod+shift+u",
    edit: (state) => insertLink(state),
  },
  {
    id: "number",
    label: "numberedList",
    icon: ListOrdered,
    hotkey: "mod+shift+7",
    edit: (state) => toggleLines(state, "number"),
  },
  {
    id: "bullet",
    label: "bulletList",
    icon: List,
    hotkey: "mod+shift+8",
    edit: (state) => toggleLines(state, "bullet"),
  },
  {
    id: "quote",
    label: "quote",
    icon: Quote,
    hotkey: "mod+shift+9",
    edit: (state) => toggleLines(state, "quote"),
  },
  {
    id: "codeBlock",
    label: "codeBlock",
    icon: SquareCode,
    hotkey: "mod+shift+e",
    edit: insertCodeBlock,
  },
] as const satisfies readonly Format[];

export const formats: readonly Format[] = [...frequentFormats, ...furtherFormats];
