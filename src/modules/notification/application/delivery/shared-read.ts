import type { Page } from "../ports.ts";
import type { Log } from "./log.ts";
import type { Reader, Supply } from "./reader.ts";

/** The stream for which is read. */
export interface ReadingFor extends Supply {
  /** Where the stream itself lacks entries; undefined where it lacks none. */
  readonly gap: number | undefined;
  arrived(page: Page): void;
  giveFrom(page: Page, reader: Reader): void;
  restart(reader: Reader): void;
}

/**
 * Reads one stream from the log for all who need it, one page at a time: what the stream itself lacks
 * first, because all live readers wait for that, then for the reader that has waited longest. A page
 * serves everybody whose position lies in it.
 */
export class SharedRead {
  readonly #feed: ReadingFor;
  readonly #log: Log;
  // In order of waiting.
  readonly #waiting = new Set<Reader>();
  #reading = false;

  constructor(feed: ReadingFor, log: Log) {
    this.#feed = feed;
    this.#log = log;
  }

  want(reader: Reader): void {
    this.#waiting.add(reader);
    this.proceed();
  }

  drop(reader: Reader): void {
    this.#waiting.delete(reader);
  }

  proceed(): void {
    if (this.#reading) return;
    const from = this.#feed.gap ?? first(this.#waiting)?.next;
    if (from === undefined) return;
    this.#reading = true;
    void this.#log.page(this.#feed.stream, from).then((page) => {
      this.#reading = false;
      this.#hand(page);
      this.proceed();
    });
  }

  #hand(page: Page): void {
    this.#feed.arrived(page);
    const { run } = page;
    for (const reader of [...this.#waiting]) {
      if (reader.next < run.first || reader.next > run.first + Math.max(0, run.entries.length - 1)) continue;
      this.#waiting.delete(reader);
      if (run.entries.length > 0) this.#feed.giveFrom(page, reader);
      else this.#feed.restart(reader);
    }
  }
}

function first(readers: ReadonlySet<Reader>): Reader | undefined {
  for (const reader of readers) return reader;
  return undefined;
}
