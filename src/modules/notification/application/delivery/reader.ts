import type { UserId } from "../../../../kernel/ids.ts";
import type { Phase, Position, ResetReason, Standing, Start } from "../../domain/position.ts";
import type { StreamId } from "../../domain/stream.ts";
import type { Frame } from "../ports.ts";

/** The connection as a stream sees it. */
export interface Recipient {
  readonly userId: UserId;
  readonly readers: Map<StreamId, Reader>;
  /** Takes a frame of entries, or refuses because too much is waiting: come back from the same position. */
  queue(frame: Frame): boolean;
  /** Takes a short frame in any case. */
  say(frame: Frame): void;
}

/** The stream as a reader sees it. */
export interface Supply {
  readonly stream: StreamId;
  /** Where a reader with this cursor begins; without one at the live end. */
  start(cursor: number | undefined): Promise<Start>;
  /** Gives a reader that is behind what it lacks, now or as soon as it was read. */
  serve(reader: Reader): void;
  /** Nothing is to be read for it any more. */
  withdraw(reader: Reader): void;
  remove(reader: Reader): void;
}

/** One connection reading one stream. */
export class Reader implements Position {
  readonly recipient: Recipient;
  readonly feed: Supply;
  standing: Standing;
  /** The client asked for the stream by name, so it may go on without being a member. */
  readonly watched: boolean;
  phase: Phase = "asking";
  /** 0 until it is placed. */
  next = 0;
  /** How often it was placed. */
  placement = 0;
  closed = false;
  /** Why it does not go on from its own cursor; told once it may read. */
  reset: ResetReason | undefined;
  /** A question about its right is under way, or must be asked again after that. */
  question: "none" | "asked" | "again" = "none";

  constructor(recipient: Recipient, feed: Supply, standing: Standing) {
    this.recipient = recipient;
    this.feed = feed;
    this.standing = standing;
    this.watched = standing === "preview";
  }

  get userId(): UserId {
    return this.recipient.userId;
  }

  /**
   * Sets where it begins: after the cursor, or at the live end. Nothing is delivered until it is admitted,
   * by an answer to a question that was asked after this. False if it was placed again meanwhile.
   */
  async place(cursor: number | undefined): Promise<boolean> {
    this.phase = "asking";
    this.next = 0;
    this.placement += 1;
    this.feed.withdraw(this);
    const { placement } = this;
    const start = await this.feed.start(cursor);
    if (placement !== this.placement) return false;
    this.next = start.next;
    this.reset = start.reset;
    if (this.question === "asked") this.question = "again";
    return true;
  }

  close(): void {
    this.closed = true;
    this.recipient.readers.delete(this.feed.stream);
    this.feed.withdraw(this);
    this.feed.remove(this);
  }
}
