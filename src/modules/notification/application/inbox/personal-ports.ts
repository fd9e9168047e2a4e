import type {
  AnnouncementId,
  ChannelId,
  MessageId,
  NotificationId,
  OrgId,
  ReminderId,
  UserId,
} from "../../../../kernel/ids.ts";
import type { Level } from "../../domain/inbox/level.ts";
import type { Kept } from "../../domain/inbox/notification.ts";
import type { Cause } from "../../domain/inbox/reason.ts";
import type { Reminder } from "../../domain/inbox/reminder.ts";
import type { Settings } from "../../domain/inbox/settings.ts";
import type { Follow } from "../../domain/inbox/thread-follow.ts";

/** A place in the order of the inbox: the latest first. */
export interface InboxPlace {
  readonly raisedAt: Date;
  readonly id: NotificationId;
}

export interface InboxQuery {
  readonly of: UserId;
  readonly state: "open" | "snoozed" | "done";
  /** None: of all. */
  readonly causes: readonly Cause[];
  readonly after: InboxPlace | undefined;
  readonly limit: number;
  readonly now: Date;
}

export type InboxChange =
  | { readonly kind: "read"; readonly read: boolean }
  | { readonly kind: "done"; readonly done: boolean }
  | { readonly kind: "snoozed"; readonly until: Date };

/** Somebody's own inbox; each change is told to their devices. */
export interface Inboxes {
  page(query: InboxQuery): Promise<readonly Kept[]>;
  change(of: UserId, ids: readonly NotificationId[], change: InboxChange, now: Date): Promise<void>;
}

/** How far somebody has read in the channels they are in. */
export interface Positions {
  of(user: UserId): Promise<ReadonlyMap<ChannelId, bigint>>;
}

/** A thread that somebody follows, and how many replies of others they have not read. */
export interface FollowedThread {
  readonly follow: Follow;
  readonly unread: number;
  readonly lastReplyAt: Date | undefined;
}

export interface ThreadCount {
  readonly threadRootId: MessageId;
  readonly unread: number;
  readonly lastReplyAt: Date | undefined;
}

/** What the message context knows of threads. */
export interface Threads {
  /** Replies after these positions that are not the reader's own, each at most 100. */
  unread(
    reader: UserId,
    positions: readonly Pick<Follow, "threadRootId" | "readSeq">[],
  ): Promise<readonly ThreadCount[]>;
  /** The last position of a channel's log. */
  head(channel: ChannelId): Promise<bigint>;
}

export interface ThreadFollows {
  find(user: UserId, thread: MessageId): Promise<Follow | undefined>;
  followed(user: UserId, limit: number): Promise<readonly Follow[]>;
  /** How far they have read in these threads, followed or not. */
  positions(user: UserId, threads: readonly MessageId[]): Promise<ReadonlyMap<MessageId, bigint>>;
  /** Writes what `change` answers of the follow as it is, one after the other; tells the person's devices. */
  change(initial: Follow, change: (follow: Follow) => Follow): Promise<Follow>;
}

export interface Mute {
  readonly channelId: ChannelId;
  readonly until: Date;
}

export interface SettingsStore {
  find(user: UserId): Promise<Settings>;
  /** Tells the person's devices, as the next does. */
  save(user: UserId, org: OrgId, settings: Settings): Promise<void>;
  mute(user: UserId, mute: Mute): Promise<void>;
  mutes(user: UserId): Promise<readonly Mute[]>;
  orgLevel(org: OrgId): Promise<Level>;
  saveOrgLevel(org: OrgId, level: Level): Promise<void>;
  /** Deletes all that is kept of somebody in this part of the context. */
  forget(user: UserId): Promise<void>;
}

export interface Reminders {
  /** Throws TOO_MANY_REMINDERS. */
  add(reminder: Reminder): Promise<void>;
  list(of: UserId): Promise<readonly Reminder[]>;
  /** What is not there stays so. */
  remove(of: UserId, id: ReminderId): Promise<void>;
}

export interface Announcement {
  readonly id: AnnouncementId;
  readonly orgId: OrgId;
  readonly authorId: UserId;
  readonly text: string;
  readonly at: Date;
}

export interface Announcements {
  add(announcement: Announcement): Promise<void>;
}

/** What the user context knows of who is in an organisation. */
export interface Roster {
  /** Those who are not deactivated, in the order of their ids, from after one on. */
  activePeople(org: OrgId, after: UserId | undefined, limit: number): Promise<readonly UserId[]>;
}
