import { take } from "../../domain/delivery-rule.ts";
import { concernsReaders, type Meaning } from "../../domain/meaning.ts";
import { mustAskAfter, portion, type Start, startAt } from "../../domain/position.ts";
import { type Entry, endOf, pieces, type Run, type StreamId } from "../../domain/stream.ts";
import { Window } from "../../domain/window.ts";
import type { Limits } from "../limits.ts";
import type { Frame, Frames, Meter, Page, Timers } from "../ports.ts";
import type { Log } from "./log.ts";
import type { Gathering, Outlet } from "./outlet.ts";
import type { Reader, Supply } from "./reader.ts";
import { type ReadingFor, SharedRead } from "./shared-read.ts";

export interface FeedDeps {
  readonly log: Log;
  readonly frames: Frames;
  readonly outlet: Outlet;
  readonly meter: Meter;
  readonly timers: Timers;
  readonly limits: Limits;
  /** Finds out whether the reader may go on, and lets it or closes it. */
  ask(reader: Reader): void;
  /** An entry with a meaning passed, in order. */
  passed(stream: StreamId, meaning: Meaning): void;
  /** Entries were left out, because too many were missing: what they meant has to be found out otherwise. */
  skipped(stream: StreamId): void;
}

// More than this in one tick goes out in several frames, so that none of it leaves the window unsent.
const ENTRIES_A_FRAME = 64;

/**
 * One stream on this server: takes announcements by the delivery rule, keeps a window of recent
 * entries, and hands entries to its readers.
 *
 * Invariants: a live reader's next entry is `#sent`, where the frame of this tick begins; no reader's
 * is beyond it. An entry that may end somebody's right closes the frame, and is passed by every live
 * reader before a later entry is taken.
 */
export class Feed implements Supply, Gathering, ReadingFor {
  readonly stream: StreamId;
  readonly readers = new Set<Reader>();
  /** Settles once the head is known, from which on announcements are taken. */
  readonly opened: Promise<void>;
  /** When it was last read by anybody. */
  quietSince = 0;
  newsAt = 0;
  readonly #deps: FeedDeps;
  readonly #reads: SharedRead;
  // Frames of this tick by first entry: readers that lack the same get the same frame.
  readonly #encoded = new Map<number, { readonly end: number; readonly frame: Frame }>();
  #window: Window | undefined;
  #sent = 1;
  #unsentBytes = 0;
  // The log is known to hold everything before this position.
  #known = 1;
  #arrivals: { readonly position: number; readonly resolve: () => void }[] = [];

  constructor(deps: FeedDeps, stream: StreamId) {
    this.#deps = deps;
    this.stream = stream;
    this.#reads = new SharedRead(this, deps.log);
    this.opened = deps.log.head(stream).then((head) => this.#open(head));
  }

  get gap(): number | undefined {
    const next = this.#window?.next;
    return next !== undefined && next < this.#known ? next : undefined;
  }

  /** What its window takes. */
  get bytes(): number {
    return this.#window?.bytes ?? 0;
  }

  /** Forgets what was sent: whoever comes back for it reads the log. */
  forget(): void {
    this.#window?.forget(this.#sent);
  }

  /** Takes an announcement. Before the head is known only how far it reaches counts. */
  announced(run: Run): void {
    const window = this.#window;
    const news = window === undefined ? "gap" : take(window.next, run);
    if (news === "known") return;
    if (news === "gap") this.reaches(endOf(run) - 1);
    else this.#append(news);
  }

  /** The log is known to reach up to here; what is missing is read. */
  reaches(head: number): void {
    this.#known = Math.max(this.#known, head + 1);
    const window = this.#window;
    if (window === undefined || this.#known <= window.next) return;
    if (this.#known - window.next > this.#deps.limits.catchUpEntries) this.#skip();
    else this.#reads.proceed();
  }

  /** Whether the log is ahead of what was announced here. */
  isBehind(head: number): boolean {
    return this.#window !== undefined && head >= this.#window.next;
  }

  /** Where a reader begins; if its cursor is ahead of what is known here, the log is asked first. */
  async start(cursor: number | undefined): Promise<Start> {
    await this.opened;
    if (cursor !== undefined && this.#window !== undefined && cursor >= this.#window.next) {
      await this.#refresh();
    }
    // What waits for the end of the tick goes out now, so that the cursor is not beyond what was sent.
    this.#send();
    return startAt(cursor, this.#sent - 1, this.#deps.limits.catchUpEntries);
  }

  serve(reader: Reader): void {
    const window = this.#window;
    if (reader.phase !== "behind" || reader.closed || window === undefined) return;
    if (this.#sent - reader.next > this.#deps.limits.catchUpEntries) return this.restart(reader);
    const run = window.between(reader.next, this.#sent);
    if (run === undefined) return this.#reads.want(reader);
    if (!this.#give(reader, run)) return;
    reader.phase = "live";
    reader.recipient.say(this.#deps.frames.caughtUp(this.stream, reader.next - 1));
  }

  withdraw(reader: Reader): void {
    this.#reads.drop(reader);
  }

  remove(reader: Reader): void {
    this.readers.delete(reader);
  }

  arrived({ run, head }: Page): void {
    if (run.entries.length === 0) this.#endsHere();
    this.announced(run);
    this.reaches(head);
    // What follows may be given to readers that were behind; none may come to stand beyond `#sent`.
    this.#send();
  }

  giveFrom(page: Page, reader: Reader): void {
    if (reader.phase === "behind" && this.#give(reader, page.run)) this.serve(reader);
  }

  /**
   * The reader goes on at the live end, and its client reads pages for what it lacks. It never passes
   * what it skips, so its right is asked for again.
   */
  restart(reader: Reader): void {
    this.#send();
    reader.next = this.#sent;
    reader.reset = "too_far_behind";
    this.#deps.ask(reader);
  }

  /** The tick ends: what came during it goes to all live readers in one frame. */
  handOn(): void {
    this.#send();
    this.#encoded.clear();
  }

  #open(head: number): void {
    this.#window = new Window(head + 1, this.#deps.limits.window);
    this.#sent = head + 1;
    this.reaches(head);
  }

  #append(run: Run): void {
    this.#deps.outlet.streamHasNews(this);
    this.newsAt = this.#deps.timers.now();
    for (const entry of run.entries) this.#push(entry);
    this.#settle(this.#window?.next ?? 1);
  }

  #push(entry: Entry): void {
    const window = this.#window;
    if (window === undefined) return;
    const unsent = window.next - this.#sent;
    const full = this.#unsentBytes + entry.bytes.length > this.#deps.limits.frameBytes;
    if (unsent >= ENTRIES_A_FRAME || (unsent > 0 && full)) this.#send();
    window.push(entry);
    this.#unsentBytes += entry.bytes.length;
    if (entry.meaning !== undefined) this.#pass(window, entry.meaning);
  }

  #pass(window: Window, meaning: Meaning): void {
    if (concernsReaders(meaning)) {
      this.#send();
      for (const reader of this.readers) {
        if (reader.phase === "live" && mustAskAfter(meaning, reader)) this.#deps.ask(reader);
      }
    }
    if (meaning.kind === "erased") {
      this.#send();
      window.forget(window.next - 1);
      this.#encoded.clear();
    }
    this.#deps.passed(this.stream, meaning);
  }

  #send(): void {
    const window = this.#window;
    if (window === undefined || this.#sent === window.next) return;
    const from = this.#sent;
    this.#sent = window.next;
    this.#unsentBytes = 0;
    const live = [...this.readers].filter((reader) => reader.phase === "live");
    if (live.length === 0) return;
    const run = window.between(from, window.next);
    const frame = run && this.#encode(run);
    for (const reader of live) {
      if (frame !== undefined && reader.next === from && reader.recipient.queue(frame)) {
        reader.next = window.next;
        this.#deps.meter.delivered(window.next - from);
      } else {
        reader.phase = "behind";
        this.serve(reader);
      }
    }
  }

  /** Gives as much as the reader may see and its connection takes; true if that was all. */
  #give(reader: Reader, run: Run): boolean {
    const part = portion(reader, run);
    for (const piece of pieces(part.run, this.#deps.limits.frameBytes)) {
      if (!reader.recipient.queue(this.#encode(piece))) return false;
      reader.next = endOf(piece);
      this.#deps.meter.delivered(piece.entries.length);
    }
    if (part.ask) this.#deps.ask(reader);
    return !part.ask;
  }

  #encode(run: Run): Frame {
    const known = this.#encoded.get(run.first);
    if (known?.end === endOf(run)) return known.frame;
    const frame = this.#deps.frames.entries(this.stream, run);
    this.#encoded.set(run.first, { end: endOf(run), frame });
    this.#deps.outlet.streamHasNews(this);
    return frame;
  }

  #skip(): void {
    this.#send();
    this.#window = new Window(this.#known, this.#deps.limits.window);
    this.#sent = this.#known;
    this.#settle(this.#known);
    for (const reader of this.readers) {
      if (reader.phase !== "live") continue;
      reader.phase = "behind";
      this.serve(reader);
    }
    this.#deps.skipped(this.stream);
  }

  async #refresh(): Promise<void> {
    const head = await this.#deps.log.head(this.stream);
    this.reaches(head);
    const window = this.#window;
    if (window === undefined || window.next > head) return;
    await new Promise<void>((resolve) => this.#arrivals.push({ position: head, resolve }));
  }

  /** The log holds less than was announced: nobody must wait for the rest. */
  #endsHere(): void {
    this.#known = this.#window?.next ?? 1;
    this.#settle(Number.POSITIVE_INFINITY);
  }

  #settle(next: number): void {
    const here = this.#arrivals.filter(({ position }) => position < next);
    this.#arrivals = this.#arrivals.filter(({ position }) => position >= next);
    for (const { resolve } of here) resolve();
  }
}
