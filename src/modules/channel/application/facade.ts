import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { ChannelKind } from "../domain/channel.ts";
import type { MemberRole, NotificationLevel } from "../domain/membership.ts";

/** A person's place in one channel, as other contexts need it. */
export interface MembershipSummary {
  readonly channelId: ChannelId;
  readonly kind: ChannelKind;
  /** The last entry of the channel's log that the person has read. */
  readonly readSeq: bigint;
  readonly notificationLevel: NotificationLevel;
}

/** A member, and what they chose to be told of. */
export interface MemberLevel {
  readonly userId: UserId;
  readonly notificationLevel: NotificationLevel;
}

export interface MemberPage {
  readonly after: UserId | undefined;
  readonly limit: number;
  readonly level?: NotificationLevel;
}

export interface ChannelSummary {
  readonly id: ChannelId;
  readonly orgId: OrgId;
  readonly kind: ChannelKind;
  /** Empty for direct conversations. */
  readonly name: string;
  readonly archived: boolean;
  readonly memberCount: number;
  /** A direct conversation in which neither can write, because one blocked the other. */
  readonly closed: boolean;
}

/** A channel as somebody who may read it can name it. */
export interface ReadableChannel {
  readonly id: ChannelId;
  /** Empty for direct conversations. */
  readonly name: string;
  /** Everybody in a direct conversation; nobody in other channels. */
  readonly people: readonly UserId[];
}

/**
 * What the other contexts may ask of this one. Answers are as of now and unlocked: who must rely on a
 * right while writing uses a permit of the authoriser.
 */
export interface ChannelFacade {
  /** The channels a person is a member of, archived ones too. */
  channelsOf(userId: UserId): Promise<readonly ChannelId[]>;
  /** The same with the person's read position and notification level; one query. */
  membershipsOf(userId: UserId): Promise<readonly MembershipSummary[]>;
  /** How far a person has read in those of these channels that they are a member of. */
  readPositions(userId: UserId, channelIds: readonly ChannelId[]): Promise<ReadonlyMap<ChannelId, bigint>>;
  /** The people of a channel, by id, at most `limit`. */
  memberIds(channelId: ChannelId, limit: number): Promise<readonly UserId[]>;
  /** Members in the order of their ids, from after one on; all, or those who chose a level. */
  members(channelId: ChannelId, page: MemberPage): Promise<readonly MemberLevel[]>;
  /** Those of these people who are members. */
  membersAmong(channelId: ChannelId, people: readonly UserId[]): Promise<readonly MemberLevel[]>;
  isMember(channelId: ChannelId, userId: UserId): Promise<boolean>;
  /** Undefined for who is not a member. */
  findRole(channelId: ChannelId, userId: UserId): Promise<MemberRole | undefined>;
  /** Everybody who is in some channel together with this person, the person too. */
  sharedWith(userId: UserId): Promise<ReadonlySet<UserId>>;
  /** All of an organisation, archived ones and direct conversations too, in the order of their ids, from after one on. */
  channelsOfOrg(orgId: OrgId, after: ChannelId | undefined, limit: number): Promise<readonly ChannelId[]>;
  /** The channels a person is a member of, and the public ones of the organisation if one is given. */
  readableBy(userId: UserId, publicOf: OrgId | undefined): Promise<readonly ReadableChannel[]>;
  /** Undefined where there is no such channel. */
  describe(channelId: ChannelId): Promise<ChannelSummary | undefined>;
}
