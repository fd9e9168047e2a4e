import type { Actor } from "../../../../kernel/actor.ts";
import type { ChannelId, MessageId, UserId } from "../../../../kernel/ids.ts";
import type { SavedChanged } from "../../domain/events.ts";
import type { MessageView } from "../ports.ts";

/** A message that somebody keeps for later. */
export interface Saved {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  readonly savedAt: Date;
  /** Undefined while it is in progress. */
  readonly doneAt: Date | undefined;
}

export type SavedMark = Pick<Saved, "messageId" | "doneAt">;

/** A place in the order in which saved messages are listed: saved last first. */
export type SavedPlace = Pick<Saved, "savedAt" | "messageId">;

export interface SavedQuery {
  readonly of: UserId;
  readonly done: boolean;
  /** Only what comes after it; absent: from the first on. */
  readonly after?: SavedPlace | undefined;
  readonly limit: number;
}

/** What people keep for later; each change is told to their own devices. */
export interface SavedMessages {
  /** Throws TOO_MANY_SAVED. */
  keep(channelId: ChannelId, change: SavedChanged): Promise<void>;
  /** Throws NOT_SAVED. */
  finish(change: SavedChanged): Promise<void>;
  remove(change: SavedChanged): Promise<void>;
  page(query: SavedQuery): Promise<readonly Saved[]>;
  marks(of: UserId): Promise<readonly SavedMark[]>;
  /** These messages as they are now, in no order; deleted ones are left out. */
  views(ids: readonly MessageId[], reader: UserId): Promise<readonly MessageView[]>;
}

/** Which channels somebody may read at this moment. */
export interface SavedAccess {
  confirm(actor: Actor, channels: readonly ChannelId[]): Promise<ReadonlySet<ChannelId>>;
}
