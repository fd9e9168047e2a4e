import { concernsReaders, type Meaning } from "../../domain/meaning.ts";
import { mustAskAfter, portion, type Start, startAt } from "../../domain/position.ts";
import { type Entry, endOf, pieces, type Run, type StreamId } from "../../domain/stream.ts";
import { Tail } from "../../domain/tail.ts";
import type { Limits } from "../limits.ts";
import type { Frames, Meter, Page, Timers } from "../ports.ts";
import { Arrivals } from "./arrivals.ts";
import type { Log } from "./log.ts";
import type { Gathering, Outlet } from "./outlet.ts";
import type { Reader, Supply } from "./reader.ts";
import { type ReadingFor, SharedRead } from "./shared-read.ts";
import { TickFrames } from "./tick-frames.ts";

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
 * One stream on this server: takes announcements by the delivery rule, and hands entries to its readers.
 *
 * Invariants: a live reader's next entry is `#sent`, where the frame of this tick begins; no reader's
 * is beyond it. An entry that may end somebody's right closes the frame, and is passed by every live
 * reader before a later entry is taken.
 */
export class Feed implements Supply, Gathering, ReadingFor {
  readonly stream: StreamId;
  readonly readers = new Set<Reader>();
  /** When it was last read by anybody. */
  readAt = 0;
  newsAt = 0;
  readonly #deps: FeedDeps;
  readonly #opened: Promise<Tail>;
  readonly #reads: SharedRead;
  readonly #arrivals = new Arrivals();
  readonly #frames: TickFrames;
  #tail: Tail | undefined;
  // How far announcements reach that came before the tail was known.
  #early = 0;
  #sent = 1;
  #unsentBytes = 0;

  constructor(deps: FeedDeps, stream: StreamId) {
    this.#deps = deps;
    this.stream = stream;
    this.#reads = new SharedRead(this, deps.log);
    this.#frames = new TickFrames((run) => {
      deps.outlet.streamHasNews(this);
      return deps.frames.entries(stream, run);
    });
    this.#opened = deps.log.head(stream).then((head) => this.#open(head));
  }

  get gap(): number | undefined {
    return this.#tail !== undefined && this.#tail.missing > 0 ? this.#tail.next : undefined;
  }

  /** What its latest entries take. */
  get bytes(): number {
    return this.#tail?.bytes ?? 0;
  }

  /** Forgets what was sent: whoever comes back for it reads the log. */
  forget(): void {
    this.#tail?.forget(this.#sent);
  }

  announced(run: Run): void {
    const tail = this.#tail;
    if (tail === undefined) {
      this.#early = Math.max(this.#early, endOf(run) - 1);
      return;
    }
    const news = tail.news(run);
    if (news !== undefined) this.#append(tail, news);
    this.#fill(tail);
  }

  /** The log is known to reach up to here. Answers whether that was news. */
  reaches(head: number): boolean {
    if (this.#tail === undefined || head < this.#tail.next) return false;
    this.#tail.reaches(head);
    this.#fill(this.#tail);
    return true;
  }

  /** Where a reader begins; if its cursor is ahead of what was announced here, the log is asked first. */
  async start(cursor: number | undefined): Promise<Start> {
    const tail = await this.#opened;
    if (cursor !== undefined && cursor >= tail.next) {
      const head = await this.#deps.log.head(this.stream);
      this.reaches(head);
      if (head >= tail.next) await this.#arrivals.at(head);
    }
    // What waits for the end of the tick goes out now, so that the cursor is not beyond what was sent.
    this.#send(tail);
    return startAt(cursor, this.#sent - 1, this.#deps.limits.catchUpEntries);
  }

  serve(reader: Reader): void {
    if (reader.phase !== "behind" || reader.closed) return;
    if (this.#sent - reader.next > this.#deps.limits.catchUpEntries) return this.restart(reader);
    const run = this.#tail?.between(reader.next, this.#sent);
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
    if (run.entries.length === 0) this.#endHere();
    this.announced(run);
    this.reaches(head);
    // What was read goes to readers that were behind; none may come to stand beyond `#sent`.
    this.handOn();
  }

  giveFrom(page: Page, reader: Reader): void {
    if (reader.phase === "behind" && this.#give(reader, page.run)) this.serve(reader);
  }

  /**
   * The reader goes on at the live end, and its client reads pages for what it lacks. It never passes
   * what it skips, so its right is asked for again.
   */
  restart(reader: Reader): void {
    reader.next = this.#sent;
    reader.reset = "too_far_behind";
    this.#deps.ask(reader);
  }

  /** The tick ends: what came during it goes to all live readers in one frame. */
  handOn(): void {
    if (this.#tail !== undefined) this.#send(this.#tail);
    this.#frames.clear();
  }

  #open(head: number): Tail {
    const tail = new Tail(head, this.#deps.limits.window);
    this.#tail = tail;
    this.#sent = tail.next;
    this.reaches(this.#early);
    return tail;
  }

  #append(tail: Tail, run: Run): void {
    this.#deps.outlet.streamHasNews(this);
    this.newsAt = this.#deps.timers.now();
    for (const entry of run.entries) this.#push(tail, entry);
    this.#arrivals.reached(tail.next);
  }

  #push(tail: Tail, entry: Entry): void {
    const unsent = tail.next - this.#sent;
    const full = this.#unsentBytes + entry.bytes.length > this.#deps.limits.frameBytes;
    if (unsent >= ENTRIES_A_FRAME || (unsent > 0 && full)) this.#send(tail);
    tail.push(entry);
    this.#unsentBytes += entry.bytes.length;
    if (entry.meaning !== undefined) this.#pass(tail, entry.meaning);
  }

  #pass(tail: Tail, meaning: Meaning): void {
    if (concernsReaders(meaning)) {
      this.#send(tail);
      for (const reader of this.readers) {
        if (reader.phase === "live" && mustAskAfter(meaning, reader)) this.#deps.ask(reader);
      }
    }
    if (meaning.kind === "erased") {
      this.handOn();
      tail.forget(tail.next - 1);
    }
    this.#deps.passed(this.stream, meaning);
  }

  #send(tail: Tail): void {
    const from = this.#sent;
    const end = tail.next;
    if (from === end) return;
    this.#sent = end;
    this.#unsentBytes = 0;
    const run = tail.between(from, end);
    let delivered = 0;
    for (const reader of this.readers) {
      if (reader.phase !== "live") continue;
      if (run !== undefined && reader.next === from && reader.recipient.queue(this.#frames.of(run))) {
        reader.next = end;
        delivered += end - from;
      } else {
        reader.phase = "behind";
        this.serve(reader);
      }
    }
    this.#deps.meter.delivered(delivered);
  }

  /** Gives as much as the reader may see and its connection takes; true if that was all. */
  #give(reader: Reader, run: Run): boolean {
    const part = portion(reader, run);
    for (const piece of pieces(part.run, this.#deps.limits.frameBytes)) {
      if (!reader.recipient.queue(this.#frames.of(piece))) return false;
      reader.next = endOf(piece);
      this.#deps.meter.delivered(piece.entries.length);
    }
    if (part.ask) this.#deps.ask(reader);
    return !part.ask;
  }

  /** Reads what is missing, or goes on without it where that is too much. */
  #fill(tail: Tail): void {
    if (tail.missing <= this.#deps.limits.catchUpEntries) return this.#reads.proceed();
    this.handOn();
    tail.skip();
    this.#sent = tail.next;
    this.#arrivals.reached(tail.next);
    for (const reader of this.readers) {
      if (reader.phase !== "live") continue;
      reader.phase = "behind";
      this.serve(reader);
    }
    this.#deps.skipped(this.stream);
  }

  /** The log holds less than was announced: nobody must wait for the rest. */
  #endHere(): void {
    this.#tail?.endsHere();
    this.#arrivals.reached(Number.POSITIVE_INFINITY);
  }
}
