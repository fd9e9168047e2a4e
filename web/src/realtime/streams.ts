import { timestampMs } from "@bufbuild/protobuf/wkt";
import type { Entries, Reset } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { Reset_Reason } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { newsIn } from "./delivery-rule.ts";

/** One fact of a stream with its number. */
export interface LogEntry {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: string;
  readonly body: Entry["body"];
}

export interface Position {
  readonly stream: string;
  readonly seq: number;
}

export interface StreamsDeps {
  /** Takes the entry after the last one it was given of this stream. */
  readonly apply: (stream: string, entry: LogEntry) => void;
  /** Entries up to `head` are left out: what was made of the stream so far is to be read anew. */
  readonly restart: (stream: string, head: number) => void;
  /** The stream may not be read any more. */
  readonly closed: (stream: string) => void;
  /** Asks for what follows a position. */
  readonly ask: (position: Position) => void;
  readonly now: () => number;
}

// By then what was asked for would be here.
const askAgainMs = 3_000;

/** What a stream delivers while something else is read, for whoever has to put the two together. */
export interface Recording {
  /** The entries after a position up to the cursor; undefined if they began before the recording. */
  readonly after: (seq: number) => readonly LogEntry[] | undefined;
  readonly stop: () => void;
}

interface Stream {
  cursor: number;
  /** When a gap was seen and what is missing was asked for. */
  askedAt: number;
  readonly recorders: Set<LogEntry[]>;
}

/** The positions of this client in all streams that it follows, and the rule by which it moves. */
export class Streams {
  readonly #deps: StreamsDeps;
  readonly #streams = new Map<string, Stream>();

  constructor(deps: StreamsDeps) {
    this.#deps = deps;
  }

  /** Everything up to `seq` is known from elsewhere. A stream that is followed already keeps its position. */
  follow(stream: string, seq: number): void {
    if (!this.#streams.has(stream)) this.#streams.set(stream, newStream(seq));
  }

  /**
   * Everything up to `seq` was read before there is a connection. Of a stream that is followed already the
   * earlier position counts: what comes twice is dropped by whoever has it.
   */
  begin(stream: string, seq: number): void {
    const known = this.#streams.get(stream);
    if (known === undefined) this.follow(stream, seq);
    else known.cursor = Math.min(known.cursor, seq);
  }

  clear(): void {
    this.#streams.clear();
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }

  cursor(stream: string): number | undefined {
    return this.#streams.get(stream)?.cursor;
  }

  positions(): Position[] {
    return [...this.#streams].map(([stream, { cursor }]) => ({ stream, seq: cursor }));
  }

  /** A connection begins from `positions`: what was asked for on the one before it will not come. */
  connected(): void {
    for (const stream of this.#streams.values()) stream.askedAt = never;
  }

  received({ stream: name, firstSeq, entries }: Entries): void {
    const stream = this.#streams.get(name);
    if (stream === undefined) return;
    const first = Number(firstSeq);
    const news = newsIn(stream.cursor, first, entries.length);
    if (news.kind === "gap") this.#ask(name, stream);
    if (news.kind !== "next") return;
    stream.askedAt = never;
    for (const [index, entry] of entries.entries()) {
      if (index < news.skip) continue;
      this.#apply(name, stream, toLogEntry(entry, first + index));
      // Whoever applied it may have left the stream.
      if (this.#streams.get(name) !== stream) return;
    }
  }

  caughtUp(name: string, head: number): void {
    const stream = this.#streams.get(name);
    if (stream !== undefined && head > stream.cursor) this.#ask(name, stream);
  }

  reset({ stream: name, head, reason }: Reset): void {
    if (reason === Reset_Reason.NOT_ALLOWED) {
      this.#streams.delete(name);
      return this.#deps.closed(name);
    }
    const stream = this.#streams.get(name);
    if (stream === undefined) return;
    this.#streams.set(name, newStream(Number(head)));
    this.#deps.restart(name, Number(head));
  }

  /** Keeps what is delivered from now on, until it is stopped. */
  record(name: string): Recording {
    const stream = this.#streams.get(name);
    const start = stream?.cursor;
    const kept: LogEntry[] = [];
    stream?.recorders.add(kept);
    return {
      after: (seq) => {
        const isWhole = start !== undefined && this.#streams.get(name) === stream && seq >= start;
        return isWhole ? kept.filter((entry) => entry.seq > seq) : undefined;
      },
      stop: () => stream?.recorders.delete(kept),
    };
  }

  #ask(name: string, stream: Stream): void {
    const now = this.#deps.now();
    if (now - stream.askedAt < askAgainMs) return;
    stream.askedAt = now;
    this.#deps.ask({ stream: name, seq: stream.cursor });
  }

  #apply(name: string, stream: Stream, entry: LogEntry): void {
    stream.cursor = entry.seq;
    for (const kept of stream.recorders) kept.push(entry);
    this.#deps.apply(name, entry);
  }
}

const never = Number.NEGATIVE_INFINITY;

const newStream = (cursor: number): Stream => ({ cursor, askedAt: never, recorders: new Set() });

function toLogEntry({ at, actorId, body }: Entry, seq: number): LogEntry {
  return { seq, at: at === undefined ? 0 : timestampMs(at), actorId, body };
}
