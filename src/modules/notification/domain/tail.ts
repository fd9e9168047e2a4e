import { take } from "./delivery-rule.ts";
import { type Entry, endOf, type Run } from "./stream.ts";
import { Window, type WindowLimits } from "./window.ts";

/** What a server knows of a stream: its latest entries, and how far it is known to go. */
export class Tail {
  readonly #limits: WindowLimits;
  #window: Window;
  // The stream is known to have every entry before this position.
  #known: number;

  constructor(head: number, limits: WindowLimits) {
    this.#limits = limits;
    this.#known = head + 1;
    this.#window = new Window(this.#known, limits);
  }

  /** The position after the latest entry that was taken. */
  get next(): number {
    return this.#window.next;
  }

  /** How many entries are known to exist and were not taken. */
  get missing(): number {
    return this.#known - this.#window.next;
  }

  get bytes(): number {
    return this.#window.bytes;
  }

  /** What of a run is to be taken now, by the delivery rule; after a gap only how far it reaches counts. */
  news(run: Run): Run | undefined {
    const taken = take(this.next, run);
    if (taken === "gap") this.reaches(endOf(run) - 1);
    return typeof taken === "string" ? undefined : taken;
  }

  push(entry: Entry): void {
    this.#window.push(entry);
    this.#known = Math.max(this.#known, this.next);
  }

  reaches(head: number): void {
    this.#known = Math.max(this.#known, head + 1);
  }

  /** There is nothing after the latest entry, whatever was said. */
  endsHere(): void {
    this.#known = this.next;
  }

  /** Goes on after what is missing, without it. */
  skip(): void {
    this.#window = new Window(this.#known, this.#limits);
  }

  /** The entries of these positions; undefined where some are no longer here. */
  between(from: number, to: number): Run | undefined {
    return this.#window.between(from, to);
  }

  /** Forgets the entries before a position. */
  forget(before: number): void {
    this.#window.forget(before);
  }
}
