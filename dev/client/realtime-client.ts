import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { WebSocket } from "ws";
import {
  type ClientFrame,
  ClientFrameSchema,
  type Entries,
  type Goodbye,
  HelloSchema,
  PongSchema,
  type Error as SendError,
  type SendResult,
  SendSchema,
  type Sent,
  type ServerFrame,
  ServerFrameSchema,
} from "../../gen/chatter/notification/v1/realtime_pb.js";

export interface RealtimeOptions {
  /** The server's address, such as http://127.0.0.1:3000. */
  readonly url: string;
  readonly token: string;
  readonly cursors?: readonly { readonly stream: string; readonly seq: bigint }[];
  readonly onEntries?: (entries: Entries) => void;
  /** Every frame before it is looked at, for who counts bytes. */
  readonly onFrame?: (frame: ServerFrame) => void;
}

/** A program that speaks the realtime protocol, for tests and measurements. */
export interface RealtimeClient {
  readonly userId: string;
  /** Answers when the message is durable; rejects with a SendRefused, or when the connection ends. */
  send(channelId: string, clientId: string, text: string): Promise<Sent>;
  write(frame: ClientFrame["frame"]): void;
  /** Resolves when the connection has ended, with the server's reason if it gave one. */
  readonly closed: Promise<{ readonly code: number; readonly goodbye: Goodbye | undefined }>;
  close(): void;
  /** Stops or goes on reading from the network, as a slow reader does. */
  pause(): void;
  resume(): void;
}

class SendRefused extends Error {
  readonly refusal: SendError;

  constructor(refusal: SendError) {
    super(`${refusal.reason}: ${refusal.message}`);
    this.refusal = refusal;
  }
}

interface Waiting {
  resolve(sent: Sent): void;
  reject(error: Error): void;
}

export function openRealtime(options: RealtimeOptions): Promise<RealtimeClient> {
  return new Connection(options).welcomed;
}

class Connection implements Omit<RealtimeClient, "userId"> {
  readonly closed: RealtimeClient["closed"];
  readonly welcomed: Promise<RealtimeClient>;
  readonly #socket: WebSocket;
  readonly #options: RealtimeOptions;
  readonly #sends = new Map<string, Waiting>();
  #goodbye: Goodbye | undefined;
  #welcome: (userId: string) => void = () => {};

  constructor(options: RealtimeOptions) {
    this.#options = options;
    const address = `${options.url.replace(/^http/, "ws")}/realtime`;
    this.#socket = new WebSocket(address, { perMessageDeflate: false });
    this.#socket.binaryType = "nodebuffer";
    this.#socket.on("open", () => this.#greet());
    this.#socket.on("message", (data: Buffer) => this.#take(fromBinary(ServerFrameSchema, data)));
    this.closed = this.#end();
    this.welcomed = new Promise((resolve, reject) => {
      this.#welcome = (userId) => resolve(Object.assign(this, { userId }));
      this.#socket.on("error", reject);
      void this.closed.then((ended) => reject(endOf(ended)));
    });
  }

  write(frame: ClientFrame["frame"]): void {
    this.#socket.send(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));
  }

  send(channelId: string, clientId: string, text: string): Promise<Sent> {
    const { promise, resolve, reject } = Promise.withResolvers<Sent>();
    this.#sends.set(clientId, { resolve, reject });
    this.write({ case: "send", value: create(SendSchema, { channelId, clientId, text }) });
    return promise;
  }

  close(): void {
    this.#socket.close();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  #greet(): void {
    const { token, cursors = [] } = this.#options;
    this.write({ case: "hello", value: create(HelloSchema, { token, protocol: 1, cursors: [...cursors] }) });
  }

  #take(received: ServerFrame): void {
    this.#options.onFrame?.(received);
    const { frame } = received;
    switch (frame.case) {
      case "welcome":
        return this.#welcome(frame.value.userId);
      case "entries":
        return this.#options.onEntries?.(frame.value);
      case "sendResult":
        return this.#answer(frame.value);
      case "ping":
        return this.write({ case: "pong", value: create(PongSchema) });
      case "goodbye":
        this.#goodbye = frame.value;
        break;
      default:
      // Of no interest to those who use this client.
    }
  }

  #answer({ clientId, result }: SendResult): void {
    const waiting = this.#sends.get(clientId);
    this.#sends.delete(clientId);
    if (result.case === "sent") waiting?.resolve(result.value);
    if (result.case === "error") waiting?.reject(new SendRefused(result.value));
  }

  #end(): RealtimeClient["closed"] {
    return new Promise((resolve) => {
      this.#socket.on("close", (code) => {
        const ended = { code, goodbye: this.#goodbye };
        for (const { reject } of this.#sends.values()) reject(endOf(ended));
        resolve(ended);
      });
    });
  }
}

function endOf({ code, goodbye }: Awaited<RealtimeClient["closed"]>): Error {
  return new Error(`the connection ended (${code}${goodbye === undefined ? "" : `, ${goodbye.message}`})`);
}
