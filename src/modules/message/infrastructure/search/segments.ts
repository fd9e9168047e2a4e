import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { MessageSchema } from "../schema.ts";

/** A search looks through so many messages at least; and at most for a word that all of them have. */
const MESSAGES = 32_768;

export interface Segment {
  readonly segment: number;
  readonly from_at: Date;
  latest_at: Date;
  messages: number;
}

/**
 * Says in which segment a message belongs by its time, and opens the next one when the latest is full. The first
 * reaches back to the beginning of time, the last has no end.
 */
export class Segments {
  /** The earliest first. */
  readonly #segments: Segment[];
  readonly #changed = new Set<Segment>();

  constructor(segments: readonly Segment[]) {
    this.#segments = segments.map((segment) => ({ ...segment }));
    if (this.#segments.length === 0) this.#open(new Date(0));
  }

  of(at: Date): number {
    return this.#find(at).segment;
  }

  /** One more message, of that time. */
  count(at: Date): void {
    const segment = this.#find(at);
    segment.messages += 1;
    if (at > segment.latest_at) segment.latest_at = at;
    this.#changed.add(segment);
    // Messages of one moment are never in two segments.
    const last = this.#segments.at(-1);
    if (last !== undefined && last.messages >= MESSAGES) this.#open(new Date(last.latest_at.getTime() + 1));
  }

  async save(tx: Transaction<MessageSchema>): Promise<void> {
    if (this.#changed.size === 0) return;
    await tx.sql
      .insertInto("message.search_segments")
      .values([...this.#changed])
      .onConflict((conflict) =>
        conflict.column("segment").doUpdateSet((eb) => ({
          messages: eb.ref("excluded.messages"),
          latest_at: eb.ref("excluded.latest_at"),
        })),
      )
      .execute();
  }

  #find(at: Date): Segment {
    const [first] = this.#segments;
    const found = this.#segments.findLast(({ from_at }) => from_at <= at) ?? first;
    if (found === undefined) throw new Error("there is no segment");
    return found;
  }

  #open(from_at: Date): void {
    const segment = { segment: this.#segments.length, from_at, latest_at: from_at, messages: 0 };
    this.#segments.push(segment);
    this.#changed.add(segment);
  }
}
