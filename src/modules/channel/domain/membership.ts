import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

export type MemberRole = "member" | "moderator" | "admin";

/** `default` follows the person's preferences. */
export type NotificationLevel = "default" | "everything" | "mentions" | "nothing";

/** One person's place in one channel: their role, and what they alone see and decide. */
export interface Membership {
  readonly channelId: ChannelId;
  readonly userId: UserId;
  readonly role: MemberRole;
  readonly joinedAt: Date;
  /** The last entry of the channel's log that the person has read. */
  readonly readSeq: bigint;
  readonly notificationLevel: NotificationLevel;
  readonly starred: boolean;
  /** Where the person put the channel in their list; without it, it is listed by name. */
  readonly position: number | undefined;
  /** Joined by right of a group, and is there as long as one gives it. */
  readonly byGroup: boolean;
}

export type Arrangement = Partial<Pick<Membership, "notificationLevel" | "starred" | "position">>;

const RANK: Readonly<Record<MemberRole, number>> = { member: 0, moderator: 1, admin: 2 };

/** The membership of this person among several; throws MEMBER_NOT_FOUND. */
export function getMembershipOf(userId: UserId, memberships: readonly Membership[]): Membership {
  const found = memberships.find((membership) => membership.userId === userId);
  if (found === undefined) throw refuse("MEMBER_NOT_FOUND", { userId });
  return found;
}

export interface RoleChange {
  readonly type: "role_changed";
  readonly membership: Membership;
  readonly was: MemberRole;
}

export function isLower(role: MemberRole, than: MemberRole): boolean {
  return RANK[role] < RANK[than];
}

/** Answers what happened; nothing, where the person had the role already. */
export function withRole(membership: Membership, role: MemberRole): readonly RoleChange[] {
  if (membership.role === role) return [];
  return [{ type: "role_changed", membership: { ...membership, role }, was: membership.role }];
}

/** Moves the read position forward, never back and never past the end of the log. */
export function readUpTo(membership: Membership, seq: bigint, head: bigint): Membership {
  const reached = seq < head ? seq : head;
  return reached > membership.readSeq ? { ...membership, readSeq: reached } : membership;
}

/** Moves the read position back to just before an entry, never forward. */
export function unreadFrom(membership: Membership, seq: bigint): Membership {
  return seq <= membership.readSeq ? { ...membership, readSeq: seq - 1n } : membership;
}

/** Changes what is given; answers the same membership where that changes nothing. */
export function arrange(membership: Membership, wish: Arrangement): Membership {
  const arranged = { ...membership, ...wish };
  const same =
    arranged.notificationLevel === membership.notificationLevel &&
    arranged.starred === membership.starred &&
    arranged.position === membership.position;
  return same ? membership : arranged;
}
