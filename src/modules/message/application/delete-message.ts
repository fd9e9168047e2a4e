import type { Actor } from "../../../kernel/actor.ts";
import { remove } from "../domain/message.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";
import type { Messages, WritePermission } from "./ports.ts";

export interface DeleteMessageDeps extends ChangeDeps {
  readonly messages: Messages;
}

/** Deletes a message and erases its texts from the log. Its author may, and whoever moderates. */
export async function deleteMessage(deps: DeleteMessageDeps, actor: Actor, target: Target): Promise<void> {
  const permission = await permissionToTakeAway(deps, actor, target);
  await change(deps, { actor, target, permission }, ({ message }, at) => remove(message, actor.userId, at));
}

/** What somebody needs to take something off a message, or all of it: less for what they wrote themselves. */
export async function permissionToTakeAway(
  { messages }: Pick<DeleteMessageDeps, "messages">,
  { userId }: Actor,
  { messageId }: Target,
): Promise<WritePermission> {
  const view = await messages.find(messageId, userId);
  return view?.message.authorId === userId ? "send_message" : "delete_message";
}
