import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, GroupId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Cause, Channel } from "../domain/channel.ts";
import type { ChannelEvent } from "../domain/events.ts";
import type { Membership } from "../domain/membership.ts";

/** Permissions of schema.zed under which a channel is changed. */
export type ChannelRight = "send_message" | "add_member" | "manage_channel" | "join";

/**
 * One transaction. What is read through it is locked until its end, in one order everywhere, so that
 * no two wait for each other: first a claim, then the channel, then memberships, then streams.
 */
export interface ChannelTransaction {
  /** Waits for whoever opens the same conversation, and answers it if there is one, as this member has it. */
  claimDirect(people: readonly UserId[], member: UserId): Promise<MyChannel | undefined>;
  /** Waits for whoever opens the default channels of the organisation; answers those there are. */
  claimDefaults(orgId: OrgId): Promise<readonly Channel[]>;
  /** For what needs no right, or one that the membership gives. Throws CHANNEL_NOT_FOUND. */
  lockChannel(id: ChannelId): Promise<Channel>;
  /**
   * For somebody who needs a right. It is asked for again under the lock, past every cache: whoever lost
   * it on another server a moment ago is refused (promise 5 of docs/realtime.md). Throws
   * CHANNEL_NOT_FOUND, RIGHT_LOST.
   */
  accessChannel(id: ChannelId, userId: UserId, right: ChannelRight): Promise<Channel>;
  /** Throws MEMBER_NOT_FOUND. */
  accessMembership(channelId: ChannelId, userId: UserId): Promise<Membership>;
  /** Those of one person in these channels. Throws MEMBER_NOT_FOUND where they are not in one of them. */
  accessMemberships(userId: UserId, channels: readonly ChannelId[]): Promise<readonly Membership[]>;
  /** The highest in role and longest there of the members, not counting one. */
  findFirstMember(channelId: ChannelId, except: UserId): Promise<Membership | undefined>;
  /** Those of these people who are in the channel. The channel must be locked. */
  present(channelId: ChannelId, people: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  /** Those who joined by right of a group. The channel must be locked. */
  joinedByGroup(channelId: ChannelId, among?: readonly UserId[]): Promise<readonly UserId[]>;
  /** Locks the streams of the channel and of these people; answers the channel's last position. */
  lockLog(channelId: ChannelId, people: readonly UserId[]): Promise<bigint>;
  /**
   * Makes true what happened: rows, log and personal streams, rights, published events. Once a
   * transaction, as its last step. Throws NAME_TAKEN.
   */
  record(events: readonly ChannelEvent[], occasion: Cause): Promise<void>;
}

export interface ChannelStore {
  transact<T>(work: (tx: ChannelTransaction) => Promise<T>): Promise<T>;
}

export interface MyChannel {
  readonly channel: Channel;
  readonly membership: Membership;
}

export interface ChannelSearch {
  readonly orgId: OrgId;
  /** In lower case; empty finds all. */
  readonly contained: string;
  readonly includeArchived: boolean;
  /** Private channels that are open to one of these are found too. */
  readonly groupIds: readonly GroupId[];
  /** The last channel of the page before. */
  readonly after: { readonly name: string; readonly id: ChannelId } | undefined;
  readonly limit: number;
}

/** Reading without locks. */
export interface ChannelReader {
  findChannel(id: ChannelId): Promise<Channel | undefined>;
  findMembership(channelId: ChannelId, userId: UserId): Promise<Membership | undefined>;
  /** The conversation of exactly these people, as this member has it. */
  findDirect(people: readonly UserId[], member: UserId): Promise<MyChannel | undefined>;
  listOf(userId: UserId): Promise<readonly MyChannel[]>;
  /** The private channels that are open to a group. */
  openTo(groupId: GroupId): Promise<readonly ChannelId[]>;
  /** By name. */
  search(search: ChannelSearch): Promise<readonly Channel[]>;
  /** By user id, those after one. */
  listMembers(
    channelId: ChannelId,
    page: { readonly after: UserId | undefined; readonly limit: number },
  ): Promise<readonly Membership[]>;
  /** Those of these people who are in some channel together with this one. */
  sharing(userId: UserId, among: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}

export interface ChannelLog {
  /** The position of the last entry. */
  head(channelId: ChannelId): Promise<bigint>;
}

export interface People {
  /** Those of these ids that name active people of the organisation. */
  existing(orgId: OrgId, people: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}

/** What the user context knows of groups of people. */
export interface Groups {
  groupsOf(userId: UserId): Promise<readonly GroupId[]>;
  /** Those of these groups that the organisation has. */
  existingGroups(orgId: OrgId, ids: readonly GroupId[]): Promise<ReadonlySet<GroupId>>;
}

/** Who wants nothing of whom. */
export interface Blocks {
  /** Whether one of the two blocked the other. */
  areApart(a: UserId, b: UserId): Promise<boolean>;
}

export interface Guests {
  /** Whether this person sees only where they are a member. */
  isGuest(actor: Actor): Promise<boolean>;
}
