import type { BookmarkId, ChannelId, GroupId, OrgId, UserId } from "../../../kernel/ids.ts";

/** Direct is between two people, or one person's notes to self; group direct between three to nine. */
export type ChannelKind = "public" | "private" | "direct" | "group_direct";

export interface Channel {
  readonly id: ChannelId;
  readonly orgId: OrgId;
  readonly kind: ChannelKind;
  /** Empty for direct conversations. */
  readonly name: string;
  readonly topic: string;
  readonly description: string;
  readonly createdBy: UserId;
  readonly archivedAt: Date | undefined;
  /** Everybody who arrives in the organisation becomes a member, except guests. */
  readonly isDefault: boolean;
  readonly memberCount: number;
  /** Everybody in a direct conversation, sorted; empty for other kinds. */
  readonly directUserIds: readonly UserId[];
  /** Groups whose people may find, read and join a private channel. */
  readonly openTo: readonly GroupId[];
  /** One of the two in a direct conversation has blocked the other: neither can write. */
  readonly closed: boolean;
  /** What stands at its top for everybody, in this order. */
  readonly bookmarks: readonly Bookmark[];
}

/** A link that belongs to a channel. */
export interface Bookmark {
  readonly id: BookmarkId;
  readonly title: string;
  readonly url: string;
  /** May be empty. */
  readonly emoji: string;
}

/** What a person gives a channel to be known by. */
export interface Description {
  readonly name: string;
  readonly topic: string;
  readonly description: string;
}

/** When something happens, and by whose hand. */
export interface Occasion extends Cause {
  readonly by: UserId;
}

/** The same, where it may follow from nobody's act, or from one that nobody is told of. */
export interface Cause {
  readonly by: UserId | undefined;
  readonly at: Date;
}

export function isDirect(channel: Channel): boolean {
  return channel.kind === "direct" || channel.kind === "group_direct";
}

/** Letters that look the same are the same name, however they were typed. */
export function channelName(text: string): string {
  return text.normalize("NFC");
}
