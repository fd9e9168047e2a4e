import type { KeyboardEvent } from "react";
import { type Hotkey, hotkeyOf } from "../ui/hotkey.ts";
import { actionOf, writingKeys } from "../ui/hotkey-table.ts";
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
  const keys = writingKeys(settings.isTouch || settings.sendOn === "mod+enter");
  const hotkey = hotkeyOf(event);
  switch (actionOf(keys, event)) {
    case "send":
      // An open block of code is more lines to come.
      if (hotkey !== "enter" || !isInCodeBlock(state.text, state.start)) return { type: "send" };
      return { type: "edit", edit: breakLine };
    case "newline":
      return { type: "edit", edit: breakLine };
    case "editLast":
      return state.text === "" ? { type: "editLast" } : undefined;
    default:
      return otherAction(hotkey, state);
  }
}

function otherAction(hotkey: Hotkey, state: TextState): KeyAction | undefined {
  switch (hotkey) {
    case "escape":
      return { type: "cancel" };
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

/** Outside of lists Tab goes on to the next control, as everywhere. */
function indent(state: TextState, direction: "in" | "out"): KeyAction | undefined {
  const edit = indentItems(state, direction);
  return edit && { type: "edit", edit: () => edit };
}
