import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { endMembership } from "./end-membership.ts";
import type { ChannelStore } from "./ports.ts";

export interface RemoveMemberDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface RemoveMember {
  readonly channelId: ChannelId;
  readonly userId: UserId;
}

/** Ends somebody's membership. Throws MEMBER_NOT_FOUND. */
export async function removeMember(
  { store, clock }: RemoveMemberDeps,
  actor: Actor,
  { channelId, userId }: RemoveMember,
): Promise<void> {
  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId, actor.userId, "manage_channel");
    await endMembership(tx, channel, { userId, occasion });
  });
}
