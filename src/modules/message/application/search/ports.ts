import type { Actor } from "../../../../kernel/actor.ts";
import type { ChannelId, MessageId, UserId } from "../../../../kernel/ids.ts";
import type { Span } from "../../domain/search/days.ts";
import type { Expression } from "../../domain/search/expression.ts";
import type { MessageView } from "../ports.ts";

/** A channel that somebody may read, as far as a query can name it. */
export interface ReadableChannel {
  readonly id: ChannelId;
  /** Empty for direct conversations. */
  readonly name: string;
  /** The people of a direct conversation, whoever asks too; empty for other channels. */
  readonly people: readonly UserId[];
}

/** Which channels somebody may read at this moment: asked for every search, and kept nowhere. */
export interface ReadableChannels {
  readableBy(actor: Actor): Promise<readonly ReadableChannel[]>;
  /** Those of these that the rules of permission agree about. */
  confirm(actor: Actor, channels: readonly ChannelId[]): Promise<ReadonlySet<ChannelId>>;
}

/** People by the name that nobody else has. */
export interface Handles {
  /** Undefined where nobody has it in the organisation. */
  byHandle(actor: Actor, handle: string): Promise<UserId | undefined>;
}

/** Whether a search that finds little looks inside of words as well, which costs more. */
export interface InsideWords {
  isWantedBy(actor: Actor): Promise<boolean>;
}

/** A place in the order in which hits are found: the latest first. */
export interface HitPlace {
  readonly at: Date;
  /** Empty for a place before all messages of that moment. */
  readonly messageId: MessageId | "";
}

/** From a moment on and until before another, with what is left out of it. */
export interface TimeSpan extends Span {
  readonly except: readonly Span[];
}

/** Only what somebody saved, only what they did not save, or both, which is nothing; empty: all. */
export interface SavedBy {
  readonly only?: UserId;
  readonly without?: UserId;
}

export interface IndexQuery {
  readonly expression: Expression;
  readonly channels: readonly ChannelId[];
  readonly time: TimeSpan;
  readonly saved: SavedBy;
  /** Only what comes after it in the order; absent: from the latest on. */
  readonly after?: HitPlace | undefined;
  readonly limit: number;
}

/** The index of words. It is behind the log by up to a second; a message that was deleted is never in an answer. */
export interface SearchIndex {
  /** The latest first. */
  find(query: IndexQuery): Promise<readonly HitPlace[]>;
  /** These messages as they are now, in no order; deleted ones are left out. */
  views(ids: readonly HitPlace["messageId"][], reader: UserId): Promise<readonly MessageView[]>;
}
