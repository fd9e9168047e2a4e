import type { KeyboardEvent } from "react";
import { type Hotkey, hotkeyOf } from "../ui/hotkey.ts";
import type { Edit, TextState } from "./edit.ts";
import { formats } from "./formats.ts";
import { breakLine, indentItems, isInCodeBlock } from "./lists.ts";

/** What a key means to the composer. */
export type KeyAction =
  | { readonly type: "send" }
  | { readonly type: "editLast" }
  | { readonly type: "cancel" }
  | { readonly type: "edit"; readonly edit: (state: TextState) => Edit | undefined };

export interface KeySettings {
  readonly sendOn: "enter" | "mod+enter";
  readonly isTouch: boolean;
}

/** What a key press does; undefined leaves it to the browser. */
export function keyAction(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
  state: TextState,
  settings: KeySettings,
): KeyAction | undefined {
  const hotkey = hotkeyOf(event);
  switch (hotkey) {
    case "enter":
    case "shift+enter":
    case "mod+enter":
      return sends(hotkey, state, settings) ? { type: "send" } : { type: "edit", edit: breakLine };
    case "escape":
      return { type: "cancel" };
    case "arrowup":
      return state.text === "" ? { type: "editLast" } : undefined;
    case "tab":
    case "shift+tab":
      return indent(state, hotkey === "tab" ? "in" : "out");
    default:
      return formatAction(hotkey);
  }
}

function formatAction(hotkey: Hotkey): KeyAction | undefined {
  const format = formats.find((each) => each.hotkey === hotkey);
  return format && { type: "edit", edit: format.edit };
}

function sends(hotkey: Hotkey, state: TextState, { sendOn, isTouch }: KeySettings): boolean {
  if (hotkey === "mod+enter") return true;
  if (hotkey === "shift+enter" || isTouch || sendOn === "mod+enter") return false;
  return !isInCodeBlock(state.text, state.start);
}

/** Outside of lists Tab goes on to the next control, as everywhere. */
function indent(state: TextState, direction: "in" | "out"): KeyAction | undefined {
  const edit = indentItems(state, direction);
  return edit && { type: "edit", edit: () => edit };
}
