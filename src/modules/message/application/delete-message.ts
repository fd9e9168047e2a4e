import type { Actor } from "../../../kernel/actor.ts";
import { remove } from "../domain/message.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";
import type { Messages } from "./ports.ts";

export interface DeleteMessageDeps extends ChangeDeps {
  readonly messages: Messages;
}

/** Deletes a message and erases its texts from the log. Its author may, and whoever moderates. */
export async function deleteMessage(deps: DeleteMessageDeps, actor: Actor, target: Target): Promise<void> {
  const view = await deps.messages.find(target.messageId, actor.userId);
  const permission = view?.message.authorId === actor.userId ? "send_message" : "delete_message";
  await change(deps, { actor, target, permission }, ({ message }, at) => remove(message, actor.userId, at));
}
