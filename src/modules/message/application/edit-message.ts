import type { Actor } from "../../../kernel/actor.ts";
import { edit } from "../domain/message.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";

export interface EditMessage extends Target {
  readonly text: string;
}

/** Gives a message a new text. Only its author may; the same text changes nothing. */
export function editMessage(deps: ChangeDeps, actor: Actor, command: EditMessage): Promise<void> {
  return change(deps, { actor, target: command }, ({ message }, at) =>
    edit(message, actor.userId, command.text, at),
  );
}
