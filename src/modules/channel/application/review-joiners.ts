import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Cause, Channel } from "../domain/channel.ts";
import { endMembership } from "./end-membership.ts";
import type { ChannelStore, Groups } from "./ports.ts";

export interface Review {
  readonly channelId: ChannelId;
  /** Absent: everybody who joined by right of a group. */
  readonly among?: readonly UserId[];
  readonly occasion: Cause;
}

/**
 * Ends the memberships of those who joined by right of a group that no longer gives it. The channel is locked
 * before it is looked who is in it: whoever joins at this moment is either seen here, or asked for the right
 * after it was lost. A transaction a person. Answers the channel as it is then.
 */
export async function reviewJoiners(
  { store, groups }: { readonly store: ChannelStore; readonly groups: Groups },
  { channelId, among, occasion }: Review,
): Promise<Channel> {
  const { channel, joiners } = await store.transact(async (tx) => {
    const locked = await tx.lockChannel(channelId);
    return { channel: locked, joiners: await tx.joinedByGroup(channelId, among) };
  });
  let after = channel;
  for (const userId of joiners) {
    const open = new Set(channel.openTo);
    if ((await groups.groupsOf(userId)).some((id) => open.has(id))) continue;
    after = await store.transact(async (tx) => {
      const locked = await tx.lockChannel(channelId);
      if ((await tx.joinedByGroup(channelId, [userId])).length === 0) return locked;
      await endMembership(tx, locked, { userId, occasion });
      return { ...locked, memberCount: locked.memberCount - 1 };
    });
  }
  return after;
}
