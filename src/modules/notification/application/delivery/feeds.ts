import type { Run, StreamId } from "../../domain/stream.ts";
import type { Limits } from "../limits.ts";
import type { Meter, StreamSource, Timers } from "../ports.ts";
import { Feed, type FeedDeps } from "./feed.ts";

export interface FeedsDeps extends FeedDeps {
  readonly source: Pick<StreamSource, "subscribe">;
  readonly timers: Timers;
  readonly meter: Meter;
  readonly limits: Limits;
}

/** The streams that are read on this server. */
export class Feeds {
  readonly #deps: FeedsDeps;
  readonly #feeds = new Map<StreamId, Feed>();
  #stop: (() => void)[] = [];

  constructor(deps: FeedsDeps) {
    this.#deps = deps;
  }

  start(): void {
    const { source, timers, limits } = this.#deps;
    this.#stop = [
      source.subscribe((stream, run) => this.#announced(stream, run)),
      this.#checkEvery(limits.headCheckMs),
      timers.every(limits.lingerMs, () => this.#closeQuiet()),
    ];
  }

  stop(): void {
    for (const stop of this.#stop) stop();
  }

  /** Begins to take announcements at once, so that nothing falls between this and the first read. */
  open(stream: StreamId): Feed {
    const known = this.#feeds.get(stream);
    if (known !== undefined) return known;
    const feed = new Feed(this.#deps, stream);
    this.#feeds.set(stream, feed);
    return feed;
  }

  #announced(stream: StreamId, run: Run): void {
    this.#feeds.get(stream)?.announced(run);
  }

  /**
   * Asks the log how far each stream goes: whatever announcement was lost, its entries are found here.
   * It is what makes announcements mere hints.
   */
  async #check(): Promise<void> {
    const heads = await this.#deps.log.heads([...this.#feeds.keys()]);
    let behind = 0;
    for (const [stream, head] of heads) {
      const feed = this.#feeds.get(stream);
      if (feed?.reaches(head)) behind += 1;
    }
    if (behind > 0) this.#deps.meter.foundByHeadCheck(behind);
    this.#trim();
  }

  /** Keeps all windows together within their budget; who comes back to a long quiet stream reads the log. */
  #trim(): void {
    let bytes = 0;
    for (const feed of this.#feeds.values()) bytes += feed.bytes;
    if (bytes <= this.#deps.limits.windowsBytes) return;
    const quietest = [...this.#feeds.values()].toSorted((a, b) => a.newsAt - b.newsAt);
    for (const feed of quietest) {
      bytes -= feed.bytes;
      feed.forget();
      if (bytes <= this.#deps.limits.windowsBytes) return;
    }
  }

  /** One check at a time, however slow the database is. */
  #checkEvery(ms: number): () => void {
    let checking = false;
    return this.#deps.timers.every(ms, () => {
      if (checking) return;
      checking = true;
      void this.#check().finally(() => {
        checking = false;
      });
    });
  }

  #closeQuiet(): void {
    const now = this.#deps.timers.now();
    for (const [stream, feed] of this.#feeds) {
      if (feed.readers.size > 0) feed.readAt = now;
      else if (now - feed.readAt >= this.#deps.limits.lingerMs) this.#feeds.delete(stream);
    }
  }
}
