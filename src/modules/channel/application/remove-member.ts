import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { depart, needsSuccessor } from "../domain/departure.ts";
import { directConversationsAreFixed } from "../domain/rules.ts";
import type { ChannelStore } from "./ports.ts";

export interface RemoveMemberDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface RemoveMember {
  readonly channelId: ChannelId;
  /** The actor leaves, or removes somebody else. */
  readonly userId: UserId;
}

/**
 * Ends a membership. From the commit on no server delivers a later entry to that person or accepts one
 * from them. Possible in an archived channel too, because it only takes rights away. Throws
 * MEMBER_NOT_FOUND.
 */
export async function removeMember(
  { store, clock }: RemoveMemberDeps,
  actor: Actor,
  { channelId, userId }: RemoveMember,
): Promise<void> {
  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId);
    directConversationsAreFixed(channel);
    const leaver = await tx.accessMembership(channelId, userId);
    const first = needsSuccessor(channel, leaver) ? await tx.findFirstMember(channelId, userId) : undefined;
    await tx.record(depart(channel, leaver, { first, at: occasion.at }), occasion);
  });
}
