import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import { moveToThread } from "../domain/message.ts";
import { change } from "./change.ts";
import { type DeleteMessageDeps, permissionToTakeAway } from "./delete-message.ts";

export interface MoveToThread {
  /** Of this channel. */
  readonly messageIds: readonly MessageId[];
  readonly channelId: ChannelId;
  readonly threadRootId: MessageId;
}

/**
 * Moves messages to a thread, one after the other, each in a step of its own: what was moved before a refusal
 * stays moved, and is left when it is asked for again.
 */
export async function moveMessagesToThread(
  deps: Pick<DeleteMessageDeps, "access" | "closings" | "changing" | "clock" | "messages">,
  actor: Actor,
  { messageIds, channelId, threadRootId }: MoveToThread,
): Promise<void> {
  for (const messageId of messageIds) {
    const target = { messageId, channelId };
    const permission = await permissionToTakeAway(deps, actor, target);
    await change(deps, { actor, target, permission }, async ({ message, find }, at) =>
      moveToThread(message, await find(threadRootId), actor.userId, at),
    );
  }
}
