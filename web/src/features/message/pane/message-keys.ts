import type { KeyboardEvent } from "react";
import type { Message } from "../../../store/log/message.ts";
import { hotkeyOf } from "../../../ui/hotkey.ts";
import { canEdit, canRemove, type MessageRights, type RowActions } from "../message-scope.ts";
import { isLive } from "../message-state.ts";

export interface KeyTargets {
  readonly find: (key: string) => Message | undefined;
  readonly rights: MessageRights;
  readonly actions: RowActions;
}

/** Keys on a message that has the keyboard: E, R or T, +, S, U, C and Delete. Answers whether the key was one. */
export function pressOnMessage(event: KeyboardEvent, { find, rights, actions }: KeyTargets): boolean {
  const row = event.target instanceof HTMLElement ? event.target : undefined;
  // Within a row the keys belong to its buttons and its editor.
  const message = find(row?.dataset["key"] ?? "");
  if (row === undefined || message === undefined || !isLive(message)) return false;
  switch (hotkeyOf(event.nativeEvent)) {
    case "e":
      return when(canEdit(message, rights), () => actions.edit(message));
    case "r":
    case "t":
    case "arrowright":
      return when(actions.openThread !== undefined, () => actions.openThread?.(message));
    case "+":
    case "shift++":
      return when(rights.canPost, () => pressTool(row, "react"));
    case "s":
      return when(true, () => pressTool(row, "save"));
    case "u":
      return when(actions.markUnread !== undefined, () => actions.markUnread?.(message));
    case "c":
      return when(true, () => actions.copyText(message));
    case "delete":
    case "backspace":
      return when(canRemove(message, rights), () => actions.remove(message));
    default:
      return false;
  }
}

function pressTool(row: HTMLElement, tool: "react" | "save"): void {
  row.querySelector<HTMLElement>(`[role=toolbar] [data-${tool}]`)?.click();
}

function when(isAllowed: boolean, act: () => void): boolean {
  if (isAllowed) act();
  return isAllowed;
}
