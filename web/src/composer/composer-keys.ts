import type { KeyboardEvent } from "react";
import { hotkeyOf } from "../ui/hotkey.ts";
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
  if (hotkey === "enter" || hotkey === "shift+enter" || hotkey === "mod+enter") {
    return sends(hotkey, state, settings) ? { type: "send" } : { type: "edit", edit: breakLine };
  }
  if (hotkey === "escape") return { type: "cancel" };
  if (hotkey === "arrowup" && state.text === "") return { type: "editLast" };
  if (hotkey === "tab" || hotkey === "shift+tab") return indent(state, hotkey === "tab" ? "in" : "out");
  const format = formats.find((each) => each.hotkey === hotkey);
  return format && { type: "edit", edit: format.edit };
}

function sends(hotkey: string, state: TextState, { sendOn, isTouch }: KeySettings): boolean {
  if (hotkey === "mod+enter") return true;
  if (hotkey === "shift+enter" || isTouch || sendOn === "mod+enter") return false;
  return !isInCodeBlock(state.text, state.start);
}

/** Outside of lists Tab goes on to the next control, as everywhere. */
function indent(state: TextState, direction: "in" | "out"): KeyAction | undefined {
  const edit = indentItems(state, direction);
  return edit && { type: "edit", edit: () => edit };
}
