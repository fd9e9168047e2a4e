import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  Goodbye_Reason,
  GoodbyeSchema,
  WelcomeSchema,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { Connection } from "./connection.ts";
import type { SocketEvents, ToServer } from "./socket.ts";

/** A server as the client sees it: connections that are opened to it, and what is said on them. */
function connect() {
  const sockets: { events: SocketEvents; said: ToServer[]; isClosed: boolean }[] = [];
  const outside = { isOnline: true, isVisible: true, changed: () => {} };
  const isSignedIn = vi.fn<() => Promise<boolean>>(async () => true);
  const welcomed = vi.fn<() => void>();
  const connection = new Connection({
    openSocket(events) {
      const socket = { events, said: [] as ToServer[], isClosed: false };
      sockets.push(socket);
      return {
        send: (frame) => socket.said.push(frame),
        close: () => {
          socket.isClosed = true;
        },
      };
    },
    surroundings: {
      isOnline: () => outside.isOnline,
      isVisible: () => outside.isVisible,
      subscribe: (changed) => {
        outside.changed = changed;
        return () => undefined;
      },
    },
    hello: async () => ({ case: "hello", value: { protocol: 1 } }),
    probe: () => ({ case: "watch", value: {} }),
    welcomed,
    received: () => undefined,
    isSignedIn,
    random: () => 1,
  });
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("nobody has connected");
    return socket;
  };
  const welcome = async (serverVersion = "1") => {
    last().events.opened();
    await vi.advanceTimersByTimeAsync(0);
    const heartbeat = { seconds: 25n };
    last().events.received({ case: "welcome", value: create(WelcomeSchema, { heartbeat, serverVersion }) });
  };
  const goodbye = (init: MessageInitShape<typeof GoodbyeSchema>) => {
    last().events.received({ case: "goodbye", value: create(GoodbyeSchema, init) });
    last().events.closed();
  };
  const phase = () => connection.status.getState().phase;
  connection.start();
  return { connection, sockets, outside, isSignedIn, welcomed, last, welcome, goodbye, phase };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("the connection", () => {
  it("says hello, is online once it is welcome, and answers pings", async () => {
    const { connection, last, welcome, phase, welcomed } = connect();
    expect(phase()).toBe("connecting");
    expect(connection.send({ case: "pong", value: {} })).toBe(false);
    await welcome();
    expect(phase()).toBe("online");
    expect(welcomed).toHaveBeenCalledOnce();
    last().events.received({ case: "ping", value: { $typeName: "chatter.notification.v1.Ping" } });
    expect(last().said.map((frame) => frame.case)).toEqual(["hello", "pong"]);
  });

  it("comes back after it was lost, later each time, but never later than ten seconds", async () => {
    const { sockets, last, welcome, phase } = connect();
    await welcome();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const before = sockets.length;
      const lostAt = Date.now();
      last().events.closed();
      expect(phase()).toBe("reconnecting");
      while (sockets.length === before) await pass(100);
      waits.push(Date.now() - lostAt);
    }
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBeLessThanOrEqual(10_100);
  });

  it("comes back at once when the network does", async () => {
    const { sockets, outside, last, welcome, phase } = connect();
    await welcome();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      last().events.closed();
      if (attempt < 5) await pass(10_000);
    }
    outside.isOnline = false;
    outside.changed();
    expect(phase()).toBe("offline");
    const before = sockets.length;
    outside.isOnline = true;
    outside.changed();
    await pass(0);
    expect(sockets).toHaveLength(before + 1);
  });

  it("gives a connection up on which nothing is heard for longer than the heartbeat", async () => {
    const { sockets, last, welcome } = connect();
    await welcome();
    const [first] = sockets;
    await pass(30_000);
    expect(first?.isClosed).toBe(false);
    await pass(15_000);
    expect(first?.isClosed).toBe(true);
    expect(last()).not.toBe(first);
  });

  it("asks after sleep whether the server still hears, and does not wait long for the answer", async () => {
    const { sockets, outside, last, welcome } = connect();
    await welcome();
    await pass(4_000);
    outside.changed();
    expect(last().said.at(-1)?.case).toBe("watch");
    await pass(3_500);
    expect(sockets).toHaveLength(2);
  });

  it("stays away as long as the server asks, even when the network comes back meanwhile", async () => {
    const { sockets, outside, welcome, goodbye } = connect();
    await welcome();
    goodbye({ reason: Goodbye_Reason.SHUTTING_DOWN, reconnectAfter: { seconds: 2n } });
    outside.changed();
    await pass(1_900);
    expect(sockets).toHaveLength(1);
    await pass(200);
    expect(sockets).toHaveLength(2);
  });

  it("ends when the session has", async () => {
    const { sockets, isSignedIn, welcome, goodbye, phase } = connect();
    await welcome();
    isSignedIn.mockResolvedValue(false);
    goodbye({ reason: Goodbye_Reason.SESSION_ENDED });
    await pass(60_000);
    expect(phase()).toBe("signed-out");
    expect(sockets).toHaveLength(1);
  });

  it("finds out that a refused handshake means that nobody is signed in", async () => {
    const { isSignedIn, last, phase } = connect();
    isSignedIn.mockResolvedValue(false);
    last().events.closed();
    await pass(1_000);
    last().events.closed();
    await pass(0);
    expect(phase()).toBe("signed-out");
  });

  it("tells when the server has become newer than the page", async () => {
    const { connection, last, welcome } = connect();
    await welcome("1");
    last().events.closed();
    await pass(1_000);
    await welcome("2");
    expect(connection.status.getState()).toMatchObject({ phase: "online", isOutdated: true });
  });
});
