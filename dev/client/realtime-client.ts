import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { WebSocket } from "ws";
import {
  type ClientFrame,
  ClientFrameSchema,
  type Entries,
  type Goodbye,
  type Error as SendError,
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

export class SendRefused extends Error {
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
  const socket = new WebSocket(`${options.url.replace(/^http/, "ws")}/realtime`, {
    perMessageDeflate: false,
  });
  socket.binaryType = "nodebuffer";
  const sends = new Map<string, Waiting>();
  const welcome = Promise.withResolvers<RealtimeClient>();
  const closed = Promise.withResolvers<Awaited<RealtimeClient["closed"]>>();
  let goodbye: Goodbye | undefined;
  const write = (frame: ClientFrame["frame"]): void =>
    socket.send(toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })));

  const client = (userId: string): RealtimeClient => ({
    userId,
    write,
    closed: closed.promise,
    close: () => socket.close(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    send(channelId, clientId, text) {
      const { promise, resolve, reject } = Promise.withResolvers<Sent>();
      sends.set(clientId, { resolve, reject });
      write({
        case: "send",
        value: {
          $typeName: "chatter.notification.v1.Send",
          channelId,
          clientId,
          text,
          threadRootId: "",
          alsoInChannel: false,
        },
      });
      return promise;
    },
  });

  socket.on("open", () => {
    const cursors = (options.cursors ?? []).map(({ stream, seq }) => ({
      $typeName: "chatter.notification.v1.Cursor" as const,
      stream,
      seq,
    }));
    write({
      case: "hello",
      value: {
        $typeName: "chatter.notification.v1.Hello",
        token: options.token,
        device: "",
        protocol: 1,
        cursors,
      },
    });
  });
  socket.on("message", (data: Buffer) => {
    const received = fromBinary(ServerFrameSchema, data);
    options.onFrame?.(received);
    const { frame } = received;
    switch (frame.case) {
      case "welcome":
        welcome.resolve(client(frame.value.userId));
        break;
      case "entries":
        options.onEntries?.(frame.value);
        break;
      case "sendResult": {
        const { clientId, result } = frame.value;
        const waiting = sends.get(clientId);
        sends.delete(clientId);
        if (result.case === "sent") waiting?.resolve(result.value);
        if (result.case === "error") waiting?.reject(new SendRefused(result.value));
        break;
      }
      case "ping":
        write({ case: "pong", value: { $typeName: "chatter.notification.v1.Pong" } });
        break;
      case "goodbye":
        goodbye = frame.value;
        break;
    }
  });
  // Its end is what counts; "close" follows every error.
  socket.on("error", (error) => welcome.reject(error));
  socket.on("close", (code) => {
    const ended = new Error(
      `the connection ended (${code}${goodbye === undefined ? "" : `, ${goodbye.message}`})`,
    );
    welcome.reject(ended);
    for (const { reject } of sends.values()) reject(ended);
    closed.resolve({ code, goodbye });
  });
  return welcome.promise;
}
