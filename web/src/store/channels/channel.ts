import {
  ChannelKind,
  MemberRole,
  NotificationLevel,
  type Channel as ProtoChannel,
  type Membership as ProtoMembership,
} from "../../../../gen/chatter/channel/v1/channel_pb.js";

/** A channel as everybody in it sees it. */
export interface Channel {
  readonly id: string;
  readonly kind: "public" | "private" | "direct" | "group-direct";
  /** Empty for direct conversations. */
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly isArchived: boolean;
  /** Of the two in it, one blocked the other. */
  readonly isClosed?: boolean;
  /** Whoever comes to the organisation becomes a member. */
  readonly isDefault: boolean;
  readonly createdBy: string;
  readonly memberCount: number;
  /** For direct conversations: everybody in it, this person too. */
  readonly directUserIds: readonly string[];
  /** Of a private channel: groups whose people may find, read and join it. */
  readonly groupIds?: readonly string[];
  /** What stands at its top, in this order. */
  readonly bookmarks?: readonly Bookmark[];
}

/** A link that belongs to a channel. */
export interface Bookmark {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** May be empty. */
  readonly emoji: string;
}

/** What this person alone keeps about a channel. */
export interface Membership {
  readonly role: "member" | "moderator" | "admin";
  /** The last entry of the log that was read. */
  readonly readSeq: number;
  readonly level: "default" | "everything" | "mentions" | "nothing";
  readonly isStarred: boolean;
  readonly position: number | undefined;
}

/** A channel in the list of this person. */
export interface MyChannel {
  readonly channel: Channel;
  readonly membership: Membership;
  /** Messages of others that were not read; at 100 there may be more. */
  readonly unread: number;
  /** Of these and of replies in threads, those that call this person. */
  readonly mentions: number;
  /** When something was last said in it, in milliseconds since 1970; 0 where that is not known. */
  readonly latestAt: number;
}

const kinds: Readonly<Record<ChannelKind, Channel["kind"]>> = {
  [ChannelKind.UNSPECIFIED]: "private",
  [ChannelKind.PUBLIC]: "public",
  [ChannelKind.PRIVATE]: "private",
  [ChannelKind.DIRECT]: "direct",
  [ChannelKind.GROUP_DIRECT]: "group-direct",
};

const roles: Readonly<Record<MemberRole, Membership["role"]>> = {
  [MemberRole.UNSPECIFIED]: "member",
  [MemberRole.MEMBER]: "member",
  [MemberRole.MODERATOR]: "moderator",
  [MemberRole.ADMIN]: "admin",
};

const levels: Readonly<Record<NotificationLevel, Membership["level"]>> = {
  [NotificationLevel.UNSPECIFIED]: "default",
  [NotificationLevel.EVERYTHING]: "everything",
  [NotificationLevel.MENTIONS]: "mentions",
  [NotificationLevel.NOTHING]: "nothing",
};

export function levelToProto(level: Membership["level"]): NotificationLevel {
  return Number(Object.entries(levels).find(([, name]) => name === level)?.[0] ?? 0);
}

export function channelFromProto(proto: ProtoChannel): Channel {
  const { id, kind, name, topic, description, archived, isDefault } = proto;
  const { createdBy, memberCount, directUserIds, closed, groupIds, bookmarks } = proto;
  return {
    id,
    kind: kinds[kind],
    name,
    topic,
    description,
    isArchived: archived,
    isClosed: closed,
    isDefault,
    createdBy,
    memberCount,
    directUserIds,
    groupIds,
    bookmarks: bookmarks.map(({ id: bookmarkId, title, url, emoji }) => ({
      id: bookmarkId,
      title,
      url,
      emoji,
    })),
  };
}

export function membershipFromProto(proto: ProtoMembership): Membership {
  return {
    role: roles[proto.role],
    readSeq: Number(proto.readSeq),
    level: levels[proto.notificationLevel],
    isStarred: proto.starred,
    position: proto.position,
  };
}

/** A conversation between people rather than about something. */
export function isDirect({ kind }: Pick<Channel, "kind">): boolean {
  return kind === "direct" || kind === "group-direct";
}
