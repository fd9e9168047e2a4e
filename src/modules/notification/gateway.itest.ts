import { create, toBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ClientFrameSchema,
  Goodbye_Reason,
  Reset_Reason,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { type RealtimeServer, testLimits } from "./testing/realtime-server.ts";
import { TestClient } from "./testing/test-client.ts";
import { createRealtimeWorld, type RealtimeWorld } from "./testing/world.ts";

let world: RealtimeWorld;
let server: RealtimeServer;
beforeAll(async () => {
  world = await createRealtimeWorld();
  server = await world.server();
});
afterAll(() => world.close());

async function opened(headers: Record<string, string> = {}): Promise<TestClient> {
  const client = new TestClient(server.realtime, headers);
  await client.opened();
  return client;
}

const hello = { case: "hello", value: { protocol: 1, device: "test" } } as const;

describe("the welcome", () => {
  it("names the person, the limits and how often to answer", async () => {
    const { token, userId } = world.person();
    const client = await server.connect(token);
    expect(await client.until("welcome")).toMatchObject({
      userId,
      serverVersion: "test",
      heartbeat: { seconds: 25n },
      limits: { maxFrameBytes: 65_536, catchUpEntries: 5_000, maxWatchedStreams: 100 },
    });
    await client.close();
  });

  it("is given to a browser by its cookie", async () => {
    const { token, userId } = world.person();
    const client = await opened({ cookie: `session=${token}`, origin: server.url });
    client.say(hello);
    expect((await client.until("welcome")).userId).toBe(userId);
    await client.close();
  });

  it("is not given by a cookie that another site made the browser send", async () => {
    const { token } = world.person();
    const client = await opened({ cookie: `session=${token}`, origin: "https://elsewhere.example" });
    client.say(hello);
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.UNAUTHENTICATED);
    expect((await client.closed).code).toBe(4001);
  });

  it("is not given to nobody, to a wrong token, or after a session has ended", async () => {
    const { token, forget } = world.person();
    forget();
    for (const shown of ["", "wrong", token]) {
      const client = await opened();
      client.say({ case: "hello", value: { ...hello.value, token: shown } });
      expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.UNAUTHENTICATED);
      await client.closed;
    }
  });

  it("lets a client go on before it came", async () => {
    const { token, userId } = world.person();
    const channel = world.channel();
    await world.channels.join(userId, channel);
    const client = await opened();
    client.say({ case: "hello", value: { ...hello.value, token } });
    client.say({ case: "send", value: { channelId: channel, clientId: "early", text: "hello" } });
    expect(await client.until("sendResult")).toMatchObject({ clientId: "early", result: { case: "sent" } });
    await client.close();
  });
});

describe("a client that breaks the protocol", () => {
  const frame = (init: Parameters<typeof create<typeof ClientFrameSchema>>[1]) =>
    toBinary(ClientFrameSchema, create(ClientFrameSchema, init));

  it.each([
    ["bytes that are no frame", Buffer.from("ffffffffff", "hex")],
    ["half a frame", frame({ frame: hello }).subarray(0, 5)],
    ["illegal UTF-8", Buffer.from("0a070a02c328100118", "hex")],
    ["a frame before the hello", frame({ frame: { case: "pong", value: {} } })],
    ["a hello without a version", frame({ frame: { case: "hello", value: { device: "x" } } })],
    [
      "a cursor that names no stream",
      frame({ frame: { case: "hello", value: { ...hello.value, cursors: [{ stream: "x" }] } } }),
    ],
  ])("is told so for %s, and closed", async (_what, bytes) => {
    const client = await opened();
    client.sayBytes(bytes);
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.PROTOCOL_ERROR);
    expect((await client.closed).code).toBe(1002);
  });

  it("is told so for a text message", async () => {
    const client = await opened();
    client.socket.send("hello");
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.PROTOCOL_ERROR);
    expect((await client.closed).code).toBe(1003);
  });

  it("is told so for a message that is too large", async () => {
    const { token } = world.person();
    const client = await server.connect(token);
    client.sayBytes(new Uint8Array(70_000));
    expect(await client.until("goodbye")).toMatchObject({
      reason: Goodbye_Reason.PROTOCOL_ERROR,
      message: "The frame is too large.",
    });
    expect((await client.closed).code).toBe(1009);
  });

  it("is told so for a second hello", async () => {
    const { token } = world.person();
    const client = await server.connect(token);
    client.say(hello);
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.PROTOCOL_ERROR);
    await client.closed;
  });

  it("is told so for a flood", async () => {
    const { token } = world.person();
    const client = await server.connect(token);
    for (let n = 0; n < 500; n++) client.say({ case: "pong", value: {} });
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.RATE_LIMITED);
    expect((await client.closed).code).toBe(1008);
  });

  it("does not disturb others when it breaks the WebSocket protocol itself", async () => {
    const client = await opened();
    const { _socket: raw } = client.socket as unknown as { _socket: { write(bytes: Buffer): void } };
    raw.write(Buffer.from([0xf2, 0x00]));
    expect((await client.closed).code).toBe(1002);
    const other = await server.connect(world.person().token);
    await other.close();
  });
});

describe("a connection", () => {
  it("ends with its session", async () => {
    const { token, userId, sessionId } = world.person();
    const [client, stays] = [await server.connect(token), await server.connect(world.person().token)];
    await server.hear({
      type: "chatter.auth.events.v1.SessionsEnded",
      payload: { userId, sessionIds: [sessionId] },
    });
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.SESSION_ENDED);
    expect((await client.closed).code).toBe(4003);
    expect(stays.socket.readyState).toBe(1);
    await stays.close();
  });

  it("ends with its session although nobody told", async () => {
    const hasty = await world.server({
      limits: { ...testLimits, recheckMs: 100, presence: { ...testLimits.presence, tickMs: 50 } },
    });
    const { token, forget } = world.person();
    const client = await hasty.connect(token);
    forget();
    expect((await client.until("goodbye")).reason).toBe(Goodbye_Reason.SESSION_ENDED);
    await hasty.stop();
  });

  it("makes way for a newer one where a person has too many", async () => {
    const { token } = world.person();
    const clients = [];
    for (let n = 0; n < 21; n++) clients.push(await server.connect(token));
    expect((await clients[0]?.until("goodbye"))?.reason).toBe(Goodbye_Reason.RATE_LIMITED);
    await Promise.all(clients.map((client) => client.close()));
  });

  it("ends when nothing is heard from it, and stays while it answers", async () => {
    const hasty = await world.server({
      limits: { ...testLimits, heartbeatMs: 100, presence: { ...testLimits.presence, tickMs: 20 } },
    });
    const [silent, answering] = [
      await hasty.connect(world.person().token),
      await hasty.connect(world.person().token),
    ];
    answering.socket.on("message", () => answering.say({ case: "pong", value: {} }));
    answering.say({ case: "pong", value: {} });
    expect((await silent.until("goodbye")).reason).toBe(Goodbye_Reason.TOO_SLOW);
    expect(answering.frames.some((each) => each.case === "goodbye")).toBe(false);
    await hasty.stop();
  });

  it("is told to come back after a moment of its own when the server stops", async () => {
    const stopping = await world.server();
    const clients = await Promise.all([1, 2, 3, 4].map(() => stopping.connect(world.person().token)));
    await stopping.stop();
    const moments = await Promise.all(
      clients.map(async (client) => {
        const { reason, reconnectAfter } = await client.until("goodbye");
        expect(reason).toBe(Goodbye_Reason.SHUTTING_DOWN);
        expect((await client.closed).code).toBe(1001);
        return Number(reconnectAfter?.seconds) * 1000 + (reconnectAfter?.nanos ?? 0) / 1e6;
      }),
    );
    expect(new Set(moments).size).toBe(4);
    for (const ms of moments) expect(ms).toBeLessThanOrEqual(3_000);
  });
});

describe("sending", () => {
  it("answers under the client's id, and what was sent comes back as an entry", async () => {
    const { token, userId } = world.person();
    const channel = world.channel();
    await world.channels.join(userId, channel);
    const client = await server.connect(token);
    client.say({ case: "send", value: { channelId: channel, clientId: "one", text: "hello" } });
    expect(await client.until("sendResult")).toMatchObject({
      clientId: "one",
      result: { case: "sent", value: { seq: 2n } },
    });
    await client.reaches(channel, 2);
    expect(client.texts(channel)).toEqual(["hello"]);
    await client.close();
  });

  it("answers what cannot be sent, and the connection goes on", async () => {
    const { token } = world.person();
    const client = await server.connect(token);
    const send = { channelId: world.channel(), clientId: "long", text: "x".repeat(40_001) };
    client.say({ case: "send", value: send });
    expect((await client.until("sendResult")).result).toMatchObject({
      case: "error",
      value: { code: "invalid_argument", reason: "MESSAGE_INVALID", retryable: false },
    });
    client.say({ case: "send", value: { ...send, clientId: "fine", text: "fine" } });
    await client.until("sendResult", ({ clientId }) => clientId === "fine");
    await client.close();
  });

  it("is refused to a key that may only read", async () => {
    const client = await server.connect(world.person("read").token);
    client.say({ case: "send", value: { channelId: world.channel(), clientId: "x", text: "x" } });
    expect((await client.until("sendResult")).result).toMatchObject({
      case: "error",
      value: { code: "permission_denied", reason: "READ_ONLY_KEY" },
    });
    await client.close();
  });
});

describe("watching", () => {
  it("shows a channel that everybody may look at, until they may not", async () => {
    const channel = world.channel();
    await world.channels.openTo(channel, true);
    const client = await server.connect(world.person().token);
    client.say({ case: "watch", value: { cursors: [{ stream: channel, seq: 0n }] } });
    await client.until("caughtUp", ({ stream }) => stream === channel);
    await world.channels.post(channel, "for everybody");
    await client.reaches(channel, 2);
    await world.channels.openTo(channel, false);
    await world.channels.post(channel, "not for everybody");
    await client.until(
      "reset",
      ({ stream, reason }) => stream === channel && reason === Reset_Reason.NOT_ALLOWED,
    );
    expect(client.texts(channel)).toEqual(["for everybody"]);
    await client.close();
  });

  it("is refused for a channel one may not read and for the stream of somebody else", async () => {
    const client = await server.connect(world.person().token);
    for (const stream of [world.channel(), world.person().userId]) {
      client.say({ case: "watch", value: { cursors: [{ stream, seq: 0n }] } });
      const { reason, head } = await client.until("reset", (reset) => reset.stream === stream);
      expect([reason, head]).toEqual([Reset_Reason.NOT_ALLOWED, 0n]);
    }
    await client.close();
  });

  it("ends when it is not wanted any more", async () => {
    const channel = world.channel();
    await world.channels.openTo(channel, true);
    const client = await server.connect(world.person().token);
    client.say({ case: "watch", value: { cursors: [{ stream: channel, seq: 1n }] } });
    await client.until("caughtUp", ({ stream }) => stream === channel);
    client.say({ case: "unwatch", value: { streams: [channel] } });
    client.say({ case: "send", value: { channelId: channel, clientId: "after", text: "unheard" } });
    await client.until("sendResult");
    expect(client.texts(channel)).toEqual([]);
    await client.close();
  });
});
