import {
  type CaughtUp,
  type Entries,
  type Reset,
  Reset_Reason,
  type ServerFrame,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Socket } from "./socket.ts";

export interface StreamsOptions {
  readonly send: Socket["send"];
  /** The next entry of a stream; after a rewind some come again. */
  apply(stream: string, seq: bigint, entry: Entry): void;
  /** Too much is missing: what is known of the stream must be read anew; entries go on after the head. */
  reset(stream: string, head: bigint): void;
  /** The stream may not be read, or not any more. */
  refused(stream: string): void;
}

/** How far each stream has been applied. Entries pass in order and without a gap, whatever the server sends. */
export interface Streams {
  cursor(stream: string): bigint | undefined;
  /** Follows a stream after an entry, or goes back to it if the stream is followed and further. */
  follow(stream: string, cursor: bigint): void;
  /** The same for a channel that the person is not a member of. */
  preview(stream: string, cursor: bigint): void;
  forget(stream: string): void;
  /** What to tell at the beginning of a connection. */
  cursors(): Cursor[];
  receive(frame: ServerFrame["frame"]): void;
}

interface Cursor {
  readonly stream: string;
  readonly seq: bigint;
}

// 40 bytes each, in a frame that may have 64 KiB.
const helloMost = 1_000;
const watchMost = 500;

export function createStreams(options: StreamsOptions): Streams {
  const positions = new Map<string, bigint>();
  const previews = new Set<string>();
  /** Asked for again and not answered yet, so that one gap is one question. */
  const asked = new Set<string>();
  const toWatch = new Set<string>();

  const watch = (streams: Iterable<string>) => {
    const isFirst = toWatch.size === 0;
    for (const stream of streams) toWatch.add(stream);
    if (isFirst && toWatch.size > 0) queueMicrotask(watchNow);
  };
  const watchNow = () => {
    const cursors = [...toWatch].flatMap((stream) => {
      const seq = positions.get(stream);
      return seq === undefined ? [] : [{ stream, seq }];
    });
    toWatch.clear();
    for (let at = 0; at < cursors.length; at += watchMost) {
      options.send({ case: "watch", value: { cursors: cursors.slice(at, at + watchMost) } });
    }
  };

  const entries = ({ stream, firstSeq, entries: list }: Entries) => {
    for (const [index, entry] of list.entries()) {
      const seq = firstSeq + BigInt(index);
      const cursor = positions.get(stream);
      if (cursor === undefined) return;
      if (seq <= cursor) continue;
      if (seq > cursor + 1n) return gap(stream);
      positions.set(stream, seq);
      asked.delete(stream);
      options.apply(stream, seq, entry);
    }
  };
  const gap = (stream: string) => {
    if (asked.has(stream)) return;
    asked.add(stream);
    watch([stream]);
  };
  const caughtUp = ({ stream, head }: CaughtUp) => {
    asked.delete(stream);
    const cursor = positions.get(stream);
    if (cursor !== undefined && cursor < head) gap(stream);
  };
  const reset = ({ stream, head, reason }: Reset) => {
    asked.delete(stream);
    if (!positions.has(stream)) return;
    if (reason === Reset_Reason.NOT_ALLOWED) {
      forget(stream);
      options.refused(stream);
    } else {
      positions.set(stream, head);
      options.reset(stream, head);
    }
  };
  const welcomed = () => {
    asked.clear();
    watch([...previews, ...[...positions.keys()].slice(helloMost)]);
  };
  const follow = (stream: string, cursor: bigint) => {
    const known = positions.get(stream);
    if (known !== undefined && known <= cursor) return;
    positions.set(stream, cursor);
    watch([stream]);
  };
  const forget = (stream: string) => {
    positions.delete(stream);
    asked.delete(stream);
    if (previews.delete(stream)) options.send({ case: "unwatch", value: { streams: [stream] } });
  };

  return {
    cursor: (stream) => positions.get(stream),
    follow,
    preview(stream, cursor) {
      previews.add(stream);
      follow(stream, cursor);
    },
    forget,
    cursors: () => [...positions].slice(0, helloMost).map(([stream, seq]) => ({ stream, seq })),
    receive(frame) {
      if (frame.case === "welcome") welcomed();
      if (frame.case === "entries") entries(frame.value);
      if (frame.case === "caughtUp") caughtUp(frame.value);
      if (frame.case === "reset") reset(frame.value);
    },
  };
}
