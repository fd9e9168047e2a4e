// @vitest-environment happy-dom
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClientFrameSchema, ServerFrameSchema } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { openWebSocket, type SocketEvents } from "./socket.ts";

class FakeWebSocket extends EventTarget {
  static readonly OPEN = 1;
  static latest: FakeWebSocket;
  readonly url: string;
  readonly sent: Uint8Array[] = [];
  binaryType = "blob";
  readyState = 0;
  isClosed = false;

  constructor(url: string) {
    super();
    this.url = url;
    FakeWebSocket.latest = this;
  }

  send(bytes: Uint8Array): void {
    this.sent.push(bytes);
  }

  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.readyState = FakeWebSocket.OPEN;
    this.dispatchEvent(new Event("open"));
  }
}

function open() {
  const events = {
    opened: vi.fn<SocketEvents["opened"]>(),
    received: vi.fn<SocketEvents["received"]>(),
    closed: vi.fn<SocketEvents["closed"]>(),
  };
  const socket = openWebSocket(events);
  return { socket, fake: FakeWebSocket.latest, ...events };
}

const message = (data: unknown) => new MessageEvent("message", { data });

beforeEach(() => void vi.stubGlobal("WebSocket", FakeWebSocket));
afterEach(() => void vi.unstubAllGlobals());

describe("a socket", () => {
  it("is opened to the server that the page came from", () => {
    expect(open().fake).toMatchObject({
      url: expect.stringMatching(/^ws:.*\/realtime$/),
      binaryType: "arraybuffer",
    });
  });

  it("sends frames once it is open", () => {
    const { socket, fake } = open();
    socket.send({ case: "pong", value: {} });
    fake.open();
    socket.send({ case: "typing", value: { channelId: "chn_1" } });
    expect(fake.sent.map((bytes) => fromBinary(ClientFrameSchema, bytes).frame)).toMatchObject([
      { case: "typing", value: { channelId: "chn_1" } },
    ]);
  });

  it("gives out the frames it gets", () => {
    const { fake, received } = open();
    const frame = create(ServerFrameSchema, {
      frame: { case: "caughtUp", value: { stream: "chn_1", head: 3n } },
    });
    fake.dispatchEvent(message(new Uint8Array(toBinary(ServerFrameSchema, frame)).buffer));
    expect(received).toHaveBeenCalledWith(expect.objectContaining({ case: "caughtUp" }));
  });

  it("ends where it gets what is no frame, and tells it once", () => {
    const { fake, received, closed } = open();
    fake.dispatchEvent(message("text"));
    fake.dispatchEvent(message(new Uint8Array([0xff]).buffer));
    fake.dispatchEvent(new Event("close"));
    expect(fake.isClosed).toBe(true);
    expect(closed).toHaveBeenCalledOnce();
    expect(received).not.toHaveBeenCalled();
  });

  it("tells nothing after it was closed on purpose", () => {
    const { socket, fake, closed } = open();
    socket.close();
    fake.dispatchEvent(new Event("close"));
    expect(closed).not.toHaveBeenCalled();
  });
});
