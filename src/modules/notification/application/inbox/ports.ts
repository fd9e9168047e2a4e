import type {
  AnnouncementId,
  ChannelId,
  GroupId,
  MessageId,
  NotificationId,
  OrgId,
  ReminderId,
  UserId,
} from "../../../../kernel/ids.ts";
import type { Situation } from "../../domain/inbox/decision.ts";
import type { Level } from "../../domain/inbox/level.ts";
import type { Notification } from "../../domain/inbox/notification.ts";
import type { FollowReason, Said } from "../../domain/inbox/reason.ts";
import type { PresenceState } from "../../domain/presence.ts";

/** A message as it is now, as far as it decides who is told. */
export interface Told {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  readonly seq: bigint;
  readonly authorId: UserId;
  readonly postedAt: Date;
  /** May be empty where there are files. */
  readonly text: string;
  readonly fileNames: readonly string[];
  readonly threadRootId: MessageId | undefined;
  readonly alsoInChannel: boolean;
  readonly mentions: Said["mentions"] & { readonly groupIds: readonly GroupId[] };
  /** Those that are left, the latest of each last. */
  readonly reactions: readonly { readonly emoji: string; readonly userIds: readonly UserId[] }[];
}

/** What the message context knows. */
export interface Messages {
  /** In no order; what was deleted is left out. */
  current(ids: readonly MessageId[]): Promise<readonly Told[]>;
}

export interface Room {
  readonly orgId: OrgId;
  readonly direct: boolean;
}

export interface RoomMember {
  readonly userId: UserId;
  /** What they chose for the channel, if anything. */
  readonly level: Level | undefined;
}

/** What the channel context knows. */
export interface Rooms {
  find(channel: ChannelId): Promise<Room | undefined>;
  /** Those of these people who are members. */
  among(channel: ChannelId, people: readonly UserId[]): Promise<readonly RoomMember[]>;
  /** Members in the order of their ids, from after one on; all, or those who chose a level. */
  members(
    channel: ChannelId,
    page: { readonly after: UserId | undefined; readonly limit: number; readonly level?: Level },
  ): Promise<readonly RoomMember[]>;
}

/** What the user context knows. */
export interface Circles {
  /** Those between whom and the person nothing is said. */
  apartFrom(user: UserId): Promise<readonly UserId[]>;
  /** Of these people those who are in one of these groups, with one in which they are. */
  inGroups(groups: readonly GroupId[], people: readonly UserId[]): Promise<ReadonlyMap<UserId, GroupId>>;
  /** Those of these people who belong to the organisation and are not deactivated. */
  existing(org: OrgId, people: readonly UserId[]): Promise<ReadonlySet<UserId>>;
}

/** What people do at this moment, as far as this process knows. */
export interface Presences {
  stateOf(user: UserId): PresenceState;
}

/** What is kept here about one person, to decide how they are told. */
export interface Standing {
  readonly level: Level | undefined;
  readonly mutedUntil: Date | undefined;
  readonly schedule: Situation["schedule"];
  /** They chose not to be disturbed. */
  readonly quiet: boolean;
  readonly following: FollowReason | undefined;
}

/** What decisions are made by. */
export interface Standings {
  orgLevel(org: OrgId): Promise<Level | undefined>;
  /** Of everybody who is asked for; one query. */
  of(
    people: readonly UserId[],
    where: {
      readonly channel: ChannelId | undefined;
      readonly thread: MessageId | undefined;
      readonly at: Date;
    },
  ): Promise<ReadonlyMap<UserId, Standing>>;
  /** The people of an organisation who want everything of all channels, by id, from after one on. */
  wantEverything(org: OrgId, after: UserId | undefined, limit: number): Promise<readonly UserId[]>;
  /** Who wants to hear of one of these, by their first one. */
  withKeyword(org: OrgId, phrases: readonly string[]): Promise<ReadonlyMap<UserId, string>>;
  followers(thread: MessageId): Promise<readonly UserId[]>;
}

/** One thing to tell, before it is known whether it was told already. */
export interface Telling extends Omit<Notification, "id"> {
  /** What it is about, where that is neither its message nor its channel. */
  readonly of?: ReminderId | AnnouncementId;
}

/** A notification that is there. */
export interface Raised {
  readonly id: NotificationId;
  readonly userId: UserId;
}

/**
 * Where notifications are kept. Each call is one transaction, in which rows, what the person's devices are told and
 * the published event about it come true together. Each call may be repeated.
 */
export interface Notifications {
  /**
   * Raises what was not raised before about the same. What was is brought to the reason given and told nobody again,
   * but for a later reaction, which is unread.
   */
  raise(tellings: readonly Telling[]): Promise<void>;
  /** Those of a message that are there because of its text, by person, from after one on. */
  ofText(message: MessageId, after: UserId | undefined, limit: number): Promise<readonly Raised[]>;
  /** Takes back all that is about a message. */
  withdrawMessage(message: MessageId): Promise<void>;
  withdraw(raised: readonly Raised[]): Promise<void>;
  /** Takes back that somebody reacted to it. */
  withdrawReactions(message: MessageId): Promise<void>;
  /** Forgets all that somebody had in a channel up to a position of its log: they left it there. */
  leave(user: UserId, channel: ChannelId, seq: bigint): Promise<void>;
  /** Forgets at most so many that were raised before, and were not put off beyond that; answers how many. */
  forgetBefore(at: Date, limit: number): Promise<number>;
  /** Follows a thread for who wrote in it, and for whose it is unless they decided not to. */
  follow(follows: readonly AutomaticFollow[]): Promise<void>;
}

export interface AutomaticFollow {
  readonly userId: UserId;
  readonly threadRootId: MessageId;
  readonly channelId: ChannelId;
  readonly because: Exclude<FollowReason, "chose">;
  /** They have read so far in it. */
  readonly readSeq: bigint;
}

/** How far each log was decided about. */
export interface Progress {
  /**
   * Has nobody else decide meanwhile, unless somebody does: then it answers undefined. Tells where each channel's
   * log is read on, and keeps where it was read to.
   */
  advance<T>(
    channels: readonly ChannelId[],
    work: (
      from: (channel: ChannelId) => bigint,
      read: (channel: ChannelId, seq: bigint) => void,
    ) => Promise<T>,
  ): Promise<T | undefined>;
}
