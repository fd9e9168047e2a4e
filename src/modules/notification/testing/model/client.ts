import { toBinary } from "@bufbuild/protobuf";
import type { Entries, Reset, ServerFrame } from "../../../../../gen/chatter/notification/v1/realtime_pb.js";
import { Reset_Reason } from "../../../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../../kernel/ids.ts";
import { streamIdOf } from "../../api/client-frames.ts";
import type { StreamId } from "../../domain/stream.ts";
import type { MemoryLog } from "../memory-log.ts";
import { tightLimits } from "./limits.ts";

/** Whether the person may be given this entry at this moment. */
export type MayGet = (user: UserId, stream: StreamId, seq: number) => boolean;

/** A client that trusts nobody: what breaks a promise to it is thrown. */
export class Client {
  readonly user: UserId;
  /** By stream, the entry it expects next. */
  readonly next = new Map<StreamId, number>();
  // Where it asked to go on from, while frames that were on their way may still come first.
  readonly #asked = new Map<StreamId, number>();
  readonly #log: MemoryLog;
  readonly #mayGet: MayGet;

  constructor(user: UserId, deps: { readonly log: MemoryLog; readonly mayGet: MayGet }) {
    this.user = user;
    this.#log = deps.log;
    this.#mayGet = deps.mayGet;
  }

  receive(frame: ServerFrame["frame"]): void {
    if (frame.case === "entries") this.#entries(frame.value);
    else if (frame.case === "reset") this.#reset(frame.value);
    else if (frame.case === "caughtUp") this.#caughtUp(streamOf(frame.value), Number(frame.value.head));
  }

  /** Asks to go on after a cursor. */
  goesOnFrom(stream: StreamId, cursor: number): void {
    this.#asked.set(stream, cursor + 1);
  }

  /** Positions to go on from with another connection. */
  cursors(): Map<StreamId, number> {
    return new Map([...this.next].map(([stream, next]) => [stream, next - 1]));
  }

  #entries(frame: Entries): void {
    const stream = streamOf(frame);
    const first = Number(frame.firstSeq);
    this.#expect(stream, first);
    for (const [index, entry] of frame.entries.entries()) {
      const seq = first + index;
      const committed = this.#log.at(stream, seq);
      if (committed === undefined) fail(`${stream} ${seq} was delivered before it was committed`);
      else if (!Buffer.from(committed).equals(toBinary(EntrySchema, entry)))
        fail(`${stream} ${seq} is another entry`);
      if (!this.#mayGet(this.user, stream, seq)) fail(`${this.user} may not get ${stream} ${seq}`);
    }
    this.next.set(stream, first + frame.entries.length);
  }

  #caughtUp(stream: StreamId, head: number): void {
    this.#expect(stream, head + 1);
    this.next.set(stream, head + 1);
  }

  #expect(stream: StreamId, seq: number): void {
    const expected = this.next.get(stream) ?? seq;
    if (seq === expected) return;
    if (seq !== this.#asked.get(stream)) fail(`${this.user} expected ${stream} ${expected} and got ${seq}`);
    this.#asked.delete(stream);
  }

  #reset(reset: Reset): void {
    const stream = streamOf(reset);
    const head = Number(reset.head);
    switch (reset.reason) {
      case Reset_Reason.NOT_ALLOWED:
        this.next.delete(stream);
        return;
      case Reset_Reason.TOO_FAR_BEHIND:
        if (!this.#isFarBehind(stream, head)) fail(`${this.user} was not far behind in ${stream}`);
        break;
      default:
        // Nobody here invents cursors.
        fail(`${this.user} was told to have an unknown cursor in ${stream}`);
    }
    this.next.set(stream, head + 1);
  }

  #isFarBehind(stream: StreamId, head: number): boolean {
    const next = this.next.get(stream);
    // Where it has nothing yet the server alone knows how far it has fallen behind.
    if (next === undefined) return true;
    const behind = head + 1 - Math.min(next, this.#asked.get(stream) ?? next);
    return behind > tightLimits.catchUpEntries;
  }
}

function streamOf({ stream }: { readonly stream: string }): StreamId {
  const id = streamIdOf(stream);
  if (id === undefined) throw new Error(`${stream} names no stream`);
  return id;
}

function fail(promise: string): never {
  throw new Error(promise);
}
