import type { KeyboardEvent } from "react";
import type { Message } from "../../../store/log/message.ts";
import { actionOf, messageKeys } from "../../../ui/hotkey-table.ts";
import { canEdit, canRemove, type MessageRights, type RowActions } from "../message-scope.ts";
import { isLive } from "../message-state.ts";

export interface KeyTargets {
  readonly find: (key: string) => Message | undefined;
  readonly rights: MessageRights;
  readonly actions: RowActions;
  /** Back to where one writes. */
  readonly write: () => void;
}

type Action = Exclude<keyof typeof messageKeys, "write">;

/** Does what a key does on the message that has the keyboard. Answers whether it did anything. */
export function pressOnMessage(event: KeyboardEvent, { find, write, ...may }: KeyTargets): boolean {
  const action = actionOf(messageKeys, event);
  if (action === "write") {
    write();
    return true;
  }
  // Within a row the keys belong to its buttons and its editor.
  const row = event.target instanceof HTMLElement ? event.target : undefined;
  const message = find(row?.dataset["key"] ?? "");
  if (action === undefined || row === undefined || message === undefined || !isLive(message)) return false;
  const act = waysWith(message, row, may)[action];
  act?.();
  return act !== undefined;
}

function waysWith(
  message: Message,
  row: HTMLElement,
  { rights, actions }: Pick<KeyTargets, "rights" | "actions">,
): Readonly<Record<Action, (() => void) | undefined>> {
  const { openThread, markUnread } = actions;
  return {
    reply: openThread && (() => openThread(message)),
    react: rights.canPost ? () => pressTool(row, "react") : undefined,
    edit: canEdit(message, rights) ? () => actions.edit(message) : undefined,
    save: () => pressTool(row, "save"),
    pin: rights.canPost ? () => actions.togglePin(message) : undefined,
    copy: () => actions.copyText(message),
    unread: markUnread && (() => markUnread(message)),
    remove: canRemove(message, rights) ? () => actions.remove(message) : undefined,
  };
}

function pressTool(row: HTMLElement, tool: "react" | "save"): void {
  row.querySelector<HTMLElement>(`[role=toolbar] [data-${tool}]`)?.click();
}
