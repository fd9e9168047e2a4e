import type { UserId } from "../../../kernel/ids.ts";
import type { Channel } from "./channel.ts";
import type { ChannelEvent } from "./events.ts";
import type { MemberRole, Membership } from "./membership.ts";

export interface Newcomer {
  readonly userId: UserId;
  readonly role: MemberRole;
  /** Absent: they need none. */
  readonly byGroup?: boolean;
}

export interface Admission {
  readonly channel: Channel;
  readonly memberships: readonly Membership[];
  readonly events: readonly ChannelEvent[];
}

/**
 * Lets people in. Each admission is one entry of the log, whose last position so far is `head`; the
 * newcomers have read up to the last of them, so nothing from before their time is unread.
 */
export function admit(
  channel: Channel,
  newcomers: readonly Newcomer[],
  { head, at }: { readonly head: bigint; readonly at: Date },
): Admission {
  const memberships = newcomers.map(({ userId, role, byGroup = false }) => ({
    channelId: channel.id,
    userId,
    role,
    joinedAt: at,
    readSeq: head + BigInt(newcomers.length),
    notificationLevel: "default" as const,
    starred: false,
    position: undefined,
    byGroup,
  }));
  const grown = { ...channel, memberCount: channel.memberCount + newcomers.length };
  return { channel: grown, memberships, events: [{ type: "members_joined", channel: grown, memberships }] };
}
