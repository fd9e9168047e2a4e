import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { onTestFinished, vi } from "vitest";
import {
  type ClientFrame,
  ClientFrameSchema,
  ServerFrameSchema,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";

type ServerInit = MessageInitShape<typeof ServerFrameSchema>["frame"] & object;

/** The server's end of a WebSocket that the client under test opened. */
export class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  binaryType = "blob";
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  /** What the client sent, but for its pongs. */
  readonly sent: (ClientFrame["frame"] & object)[] = [];
  pongs = 0;

  accept(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  send(bytes: Uint8Array): void {
    const { frame } = fromBinary(ClientFrameSchema, bytes);
    if (frame.case === "pong") this.pongs += 1;
    else this.sent.push(frame);
  }

  say(frame: ServerInit): void {
    const bytes = toBinary(ServerFrameSchema, create(ServerFrameSchema, { frame }));
    this.onmessage?.({ data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
  }

  /** Accepts and answers the greeting. */
  welcome(heartbeatSeconds = 25): void {
    this.accept();
    this.say({
      case: "welcome",
      value: { connection: "c", userId: "usr_0", heartbeat: { seconds: BigInt(heartbeatSeconds) } },
    });
  }

  close(): void {
    this.readyState = 3;
  }

  /** The network takes the connection away. */
  break(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

/** Puts sockets of our own in the place of the browser's for one test; the latest is the last. */
export function fakeSockets(): FakeSocket[] {
  const sockets: FakeSocket[] = [];
  class Opened extends FakeSocket {
    constructor() {
      super();
      sockets.push(this);
    }
  }
  vi.stubGlobal("WebSocket", Opened);
  onTestFinished(() => void vi.unstubAllGlobals());
  return sockets;
}
