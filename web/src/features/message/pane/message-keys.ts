import type { KeyboardEvent } from "react";
import { hotkeyOf } from "../../../ui/hotkey.ts";
import { canEdit, canRemove, type MessageActions, type MessageRights } from "../message-actions.ts";
import { isLive, type MessageItem } from "../message-item.ts";

export interface KeyTargets {
  readonly find: (key: string) => MessageItem | undefined;
  readonly rights: MessageRights;
  readonly actions: MessageActions;
}

/** Keys on a message that has the keyboard: E, R or T, +, U, C and Delete. Answers whether the key was one. */
export function pressOnMessage(event: KeyboardEvent, { find, rights, actions }: KeyTargets): boolean {
  const row = event.target instanceof HTMLElement ? event.target : undefined;
  // Within a row the keys belong to its buttons and its editor.
  const item = find(row?.dataset["key"] ?? "");
  if (row === undefined || item === undefined || !isLive(item)) return false;
  const { message } = item;
  switch (hotkeyOf(event.nativeEvent)) {
    case "e":
      return when(canEdit(item, rights), () => actions.edit(item));
    case "r":
    case "t":
    case "arrowright":
      return when(actions.openThread !== undefined, () => actions.openThread?.(message));
    case "+":
    case "shift++":
      return when(rights.canPost, () =>
        row.querySelector<HTMLElement>("[role=toolbar] [data-react]")?.click(),
      );
    case "u":
      return when(actions.markUnread !== undefined, () => actions.markUnread?.(message));
    case "c":
      return when(true, () => actions.copyText(message));
    case "delete":
    case "backspace":
      return when(canRemove(item, rights), () => actions.remove(item));
    default:
      return false;
  }
}

function when(isAllowed: boolean, act: () => void): boolean {
  if (isAllowed) act();
  return isAllowed;
}
