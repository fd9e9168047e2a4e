import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { WebSocket } from "ws";
import {
  ClientFrameSchema,
  type ServerFrame,
  ServerFrameSchema,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";

export type Received = ServerFrame["frame"];
export type ReceivedOf<Case extends Received["case"]> = Extract<Received, { readonly case: Case }>;
type Command = NonNullable<MessageInitShape<typeof ClientFrameSchema>["frame"]>;

/** A real client on a real socket, which keeps what it receives and checks that entries have no gap. */
export class TestClient {
  readonly socket: WebSocket;
  readonly frames: Received[] = [];
  /** By stream, the last entry. */
  readonly heads = new Map<string, number>();
  readonly gaps: string[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #heard = Promise.withResolvers<void>();

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("message", (data: Buffer) => this.#receive(fromBinary(ServerFrameSchema, data).frame));
    this.closed = new Promise((resolve) => {
      this.socket.once("close", (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#heard.resolve();
      });
    });
    // Told by `closed`.
    this.socket.on("error", () => {});
  }

  static async connect(
    url: string,
    hello: { readonly token?: string; readonly cursors?: { stream: string; seq: bigint }[] },
  ): Promise<TestClient> {
    const client = new TestClient(url);
    await client.opened();
    for (const { stream, seq } of hello.cursors ?? []) client.heads.set(stream, Number(seq));
    client.say({ case: "hello", value: { device: "test", protocol: 1, ...hello } });
    await client.until("welcome");
    return client;
  }

  opened(): Promise<void> {
    if (this.socket.readyState === WebSocket.OPEN) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.socket.once("open", resolve);
      this.socket.once("error", reject);
    });
  }

  say(frame: Command): void {
    this.sayBytes(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));
  }

  sayBytes(bytes: Uint8Array): void {
    this.socket.send(bytes);
  }

  /** The first frame of this kind that fits, waiting for it if need be. */
  async until<Case extends Received["case"]>(
    kind: Case,
    fits: (value: NonNullable<ReceivedOf<Case>["value"]>) => boolean = () => true,
  ): Promise<NonNullable<ReceivedOf<Case>["value"]>> {
    for (let seen = 0; ; ) {
      for (; seen < this.frames.length; seen++) {
        const frame = this.frames[seen];
        const value = frame?.value as NonNullable<ReceivedOf<Case>["value"]> | undefined;
        if (frame?.case === kind && value !== undefined && fits(value)) return value;
      }
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`closed before ${kind}`);
      await this.#heard.promise;
    }
  }

  /** Waits until everything up to here was received. */
  async reaches(stream: string, head: number): Promise<void> {
    while ((this.heads.get(stream) ?? 0) < head) {
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error("closed");
      await this.#heard.promise;
    }
  }

  texts(stream: string): string[] {
    return this.frames.flatMap((frame) =>
      frame.case === "entries" && frame.value.stream === stream
        ? frame.value.entries.flatMap(({ body }) =>
            body.case === "messagePosted" ? [body.value.message?.text ?? ""] : [],
          )
        : [],
    );
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }

  #receive(frame: Received): void {
    this.frames.push(frame);
    if (frame.case === "entries") {
      const { stream, firstSeq, entries } = frame.value;
      const known = this.heads.get(stream);
      if (known !== undefined && Number(firstSeq) !== known + 1) {
        this.gaps.push(`${stream}: ${firstSeq} after ${known}`);
      }
      this.heads.set(stream, Number(firstSeq) + entries.length - 1);
    } else if (frame.case === "caughtUp" || frame.case === "reset") {
      this.heads.set(frame.value.stream, Number(frame.value.head));
    }
    this.#heard.resolve();
    this.#heard = Promise.withResolvers();
  }
}
