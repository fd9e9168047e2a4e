import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { needsSuccessor } from "../domain/departure.ts";
import { type MemberRole, withRole } from "../domain/membership.ts";
import {
  archivedChannelsDoNotChange,
  directConversationsAreFixed,
  privateChannelsKeepAnAdmin,
} from "../domain/rules.ts";
import type { ChannelStore } from "./ports.ts";

export interface SetMemberRoleDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface SetMemberRole {
  readonly channelId: ChannelId;
  readonly userId: UserId;
  readonly role: MemberRole;
}

/** Throws MEMBER_NOT_FOUND; LAST_ADMIN where a private channel would be left without one. */
export async function setMemberRole(
  { store, clock }: SetMemberRoleDeps,
  actor: Actor,
  { channelId, userId, role }: SetMemberRole,
): Promise<void> {
  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId, actor.userId, "manage_channel");
    directConversationsAreFixed(channel);
    archivedChannelsDoNotChange(channel);
    const membership = await tx.accessMembership(channelId, userId);
    if (role !== "admin" && needsSuccessor(channel, membership)) {
      privateChannelsKeepAnAdmin(await tx.findFirstMember(channelId, userId));
    }
    await tx.record(withRole(membership, role), occasion);
  });
}
