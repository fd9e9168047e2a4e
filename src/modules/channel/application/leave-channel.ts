import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { endMembership } from "./end-membership.ts";
import type { ChannelStore } from "./ports.ts";

export interface LeaveChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface LeaveChannel {
  readonly channelId: ChannelId;
}

/** Ends the actor's own membership. Throws MEMBER_NOT_FOUND. */
export async function leaveChannel(
  { store, clock }: LeaveChannelDeps,
  actor: Actor,
  { channelId }: LeaveChannel,
): Promise<void> {
  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.lockChannel(channelId);
    await endMembership(tx, channel, { userId: actor.userId, occasion });
  });
}
