import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";
import type { Entries, ServerFrame } from "../../gen/chatter/notification/v1/realtime_pb.js";

/** A reader as the protocol asks for: applies an entry after the one before, and once; comes back by itself. */
export class FollowingReader {
  /** The client ids of the messages it saw, by seq. */
  readonly seen = new Map<bigint, string>();
  readonly faults: string[] = [];
  /** Of the servers that it met: a new one has a client offer to load itself anew. */
  readonly versions = new Set<string>();
  cursor: bigint;
  #stream: string;
  #connect: () => { url: string; token: string };
  #client: RealtimeClient | undefined;
  #waiting: { until: bigint; resolve: () => void }[] = [];
  #stopped = false;
  #following: Promise<void>;

  constructor(stream: string, from: bigint, connect: () => { url: string; token: string }) {
    this.#stream = stream;
    this.cursor = from;
    this.#connect = connect;
    this.#following = this.#follow();
  }

  /** Resolves when everything up to the position was applied. */
  reached(seq: bigint): Promise<void> {
    if (this.cursor >= seq) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ until: seq, resolve }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#client?.close();
    await this.#following;
  }

  async #follow(): Promise<void> {
    while (!this.#stopped) {
      try {
        this.#client = await openRealtime({
          ...this.#connect(),
          cursors: [{ stream: this.#stream, seq: this.cursor }],
          onEntries: (entries) => this.#apply(entries),
          onFrame: (received) => this.#notice(received),
        });
        await this.#client.closed;
      } catch {
        // The server is away: that is what this reader is for. It tries again in a moment.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** A reader that was told to begin anew has not been carried through. */
  #notice({ frame }: ServerFrame): void {
    if (frame.case === "welcome") this.versions.add(frame.value.serverVersion);
    if (frame.case === "reset" && frame.value.stream === this.#stream)
      this.faults.push(`was told to begin anew (${frame.value.reason})`);
  }

  #apply({ stream, firstSeq, entries }: Entries): void {
    if (stream !== this.#stream) return;
    for (const [index, { body }] of entries.entries()) {
      const seq = firstSeq + BigInt(index);
      if (seq <= this.cursor) continue;
      if (seq !== this.cursor + 1n) this.faults.push(`${seq} came after ${this.cursor}`);
      this.cursor = seq;
      if (body.case === "messagePosted") this.seen.set(seq, body.value.message?.clientId ?? "");
    }
    for (const one of this.#waiting.filter(({ until }) => until <= this.cursor)) one.resolve();
    this.#waiting = this.#waiting.filter(({ until }) => until > this.cursor);
  }
}
