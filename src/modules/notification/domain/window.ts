import type { Entry, Run } from "./stream.ts";

export interface WindowLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** The latest entries of a stream, up to a number and a size, without a gap. */
export class Window {
  readonly #limits: WindowLimits;
  readonly #entries: Entry[] = [];
  #bytes = 0;
  #next: number;

  constructor(next: number, limits: WindowLimits) {
    this.#next = next;
    this.#limits = limits;
  }

  /** The position after the latest entry. */
  get next(): number {
    return this.#next;
  }

  /** The position of the oldest entry that is still here. */
  get oldest(): number {
    return this.#next - this.#entries.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
    this.#bytes += entry.bytes.length;
    this.#next += 1;
    while (this.#entries.length > this.#limits.entries || this.#bytes > this.#limits.bytes) this.#drop();
  }

  /** The entries of these positions; undefined where some are no longer here. */
  between(from: number, to: number): Run | undefined {
    if (from < this.oldest) return undefined;
    return { first: from, entries: this.#entries.slice(from - this.oldest, to - this.oldest) };
  }

  /** Forgets the entries before a position. */
  forget(before: number): void {
    while (this.oldest < before && this.#entries.length > 0) this.#drop();
  }

  #drop(): void {
    this.#bytes -= this.#entries.shift()?.bytes.length ?? 0;
  }
}
