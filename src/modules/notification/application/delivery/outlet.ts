import type { Timers } from "../ports.ts";

/** How many times as long as a flush took the rest after it is. */
const RESTS = 2;

/** Something that gathers during a tick and hands on at its end. */
export interface Gathering {
  handOn(): void;
}

/**
 * The gateway's pulse. What happens at once goes out together: at the end of the current turn of the
 * event loop after a quiet time. Under load it rests between two flushes twice as long as the last one
 * took, at most a tick, so that few readers wait for nothing and very many leave time for who posts.
 */
export class Outlet {
  readonly #timers: Timers;
  readonly #tickMs: number;
  readonly #streams = new Set<Gathering>();
  #connections = new Set<Gathering>();
  #cancel: (() => void) | undefined;
  /** Not before this moment does the next flush begin. */
  #rested = Number.NEGATIVE_INFINITY;

  constructor(timers: Timers, tickMs: number) {
    this.#timers = timers;
    this.#tickMs = tickMs;
  }

  streamHasNews(stream: Gathering): void {
    this.#streams.add(stream);
    this.#schedule();
  }

  connectionHasFrames(connection: Gathering): void {
    this.#connections.add(connection);
    this.#schedule();
  }

  /** Streams first: what they hand on is what the connections then write. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = nothing;
    const began = this.#timers.now();
    for (const stream of this.#streams) stream.handOn();
    this.#streams.clear();
    // A connection may gather again while it hands on; that is for the next tick.
    const connections = this.#connections;
    this.#connections = new Set();
    for (const connection of connections) connection.handOn();
    const ended = this.#timers.now();
    this.#rested = ended + Math.min(this.#tickMs, RESTS * (ended - began));
    this.#cancel = undefined;
    if (this.#streams.size + this.#connections.size > 0) this.#schedule();
  }

  #schedule(): void {
    if (this.#cancel !== undefined) return;
    const wait = Math.max(0, this.#rested - this.#timers.now());
    this.#cancel = this.#timers.after(wait, () => this.flush());
  }
}

const nothing = (): void => {};
