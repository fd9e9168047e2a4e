import type { Actor } from "../../../kernel/actor.ts";
import { remove } from "../domain/message.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";
import { withdrawForwards } from "./forwarding/withdraw-forwards.ts";
import type { Forwards, Messages, WritePermission } from "./ports.ts";

export interface DeleteMessageDeps extends ChangeDeps {
  readonly messages: Messages;
  readonly forwards: Forwards;
}

/**
 * Deletes a message, erases its texts from the log and takes them out of its copies. Its author may, and whoever
 * moderates. What is deleted already may have copies left, if a server died at it.
 */
export async function deleteMessage(deps: DeleteMessageDeps, actor: Actor, target: Target): Promise<void> {
  const permission = await permissionToTakeAway(deps, actor, target);
  await change(deps, { actor, target, permission }, ({ message }, at) => remove(message, actor.userId, at));
  await withdrawForwards(deps, target.messageId, actor.userId);
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
