import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { type Client, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PresenceState } from "../../../gen/chatter/notification/presence/v1/presence_pb.js";
import {
  Goodbye_Reason,
  RealtimeService,
  Reset_Reason,
  type ServerFrame,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { posted } from "./testing/entries.ts";
import { type RealtimeServer, testLimits } from "./testing/realtime-server.ts";
import { createRealtimeWorld, type RealtimeWorld } from "./testing/world.ts";

let world: RealtimeWorld;
let server: RealtimeServer;
beforeAll(async () => {
  world = await createRealtimeWorld();
  server = await world.server();
});
afterAll(() => world.close());

type Realtime = Client<typeof RealtimeService>;

const by = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const client = (transport: Transport): Realtime => createClient(RealtimeService, transport);
const overConnect = (url: string) => client(createConnectTransport({ baseUrl: url, httpVersion: "1.1" }));
const overGrpc = (url: string) => client(createGrpcTransport({ baseUrl: url }));

/** Reads frames until one fits; answers those before it and it. */
async function until(
  frames: AsyncIterator<ServerFrame>,
  fits: (frame: ServerFrame["frame"]) => boolean,
): Promise<ServerFrame["frame"][]> {
  const read: ServerFrame["frame"][] = [];
  for (;;) {
    const { value, done } = await frames.next();
    if (done === true) throw new Error("the stream ended");
    read.push(value.frame);
    if (fits(value.frame)) return read;
  }
}

describe.each([
  ["Connect", overConnect],
  ["gRPC", overGrpc],
])("a program that subscribes over %s", (_name, connect) => {
  it("gets the frames of a connection: from its cursors, then live", async () => {
    const { token, userId } = world.person();
    const channel = world.channel();
    await world.channels.join(userId, channel);
    await world.channels.post(channel, "missed");
    const cursors = [{ stream: channel, seq: 1n }];
    const leave = new AbortController();
    const stream = connect(server.url).subscribe({ cursors }, { ...by(token), signal: leave.signal });
    const frames = stream[Symbol.asyncIterator]();
    const [welcome] = await until(frames, (frame) => frame.case === "entries" && frame.value.firstSeq === 2n);
    expect(welcome?.case).toBe("welcome");
    await world.channels.post(channel, "live");
    await until(frames, (frame) => frame.case === "entries" && frame.value.firstSeq === 3n);
    leave.abort();
    await expect(frames.next()).rejects.toThrow(/abort/i);
  });

  it("previews channels by name and is told which it may not read", async () => {
    const [open, closed] = [world.channel(), world.channel()];
    await world.channels.openTo(open, true);
    const leave = new AbortController();
    const stream = connect(server.url).subscribe(
      { channels: [open, closed] },
      { ...by(world.person().token), signal: leave.signal },
    );
    const frames = stream[Symbol.asyncIterator]();
    const seen = new Set<string>();
    await until(frames, (frame) => {
      if (frame.case === "caughtUp") seen.add(frame.value.stream);
      if (frame.case === "reset" && frame.value.reason === Reset_Reason.NOT_ALLOWED)
        seen.add(frame.value.stream);
      return seen.has(open) && seen.has(closed);
    });
    await world.channels.post(open, "for everybody");
    await until(frames, (frame) => frame.case === "entries" && frame.value.stream === open);
    leave.abort();
    await expect(frames.next()).rejects.toThrow(/abort/i);
  });

  it("is told to come back when the server stops", async () => {
    const stopping = await world.server();
    const frames = connect(stopping.url).subscribe({}, by(world.person().token))[Symbol.asyncIterator]();
    await until(frames, (frame) => frame.case === "welcome");
    const stopped = stopping.stop();
    const read = await until(frames, (frame) => frame.case === "goodbye");
    expect(read.at(-1)).toMatchObject({ value: { reason: Goodbye_Reason.SHUTTING_DOWN } });
    expect((await frames.next()).done).toBe(true);
    await stopped;
  });

  it("is refused without credentials", async () => {
    const frames = connect(server.url).subscribe({})[Symbol.asyncIterator]();
    await expect(frames.next()).rejects.toThrow("unauthenticated");
  });
});

describe("a program that does not read", () => {
  it("is not queued for beyond its budget, and gets everything when it reads again", async () => {
    const slow = await world.server({ limits: { ...testLimits, bufferBytes: 100_000 } });
    const { token, userId } = world.person();
    const channel = world.channel();
    await world.channels.join(userId, channel);
    const leave = new AbortController();
    const cursors = [{ stream: channel, seq: 1n }];
    const stream = overConnect(slow.url).subscribe({ cursors }, { ...by(token), signal: leave.signal });
    const frames = stream[Symbol.asyncIterator]();
    await until(frames, (frame) => frame.case === "caughtUp" && frame.value.stream === channel);
    const text = "x".repeat(20_000);
    for (let n = 0; n < 40; n++) {
      await world.channels.append(channel, ...Array.from({ length: 10 }, () => posted(text)));
    }
    let next = 2n;
    await until(frames, (frame) => {
      if (frame.case !== "entries" || frame.value.stream !== channel) return false;
      expect(frame.value.firstSeq).toBe(next);
      next += BigInt(frame.value.entries.length);
      return next === 402n;
    });
    leave.abort();
    await slow.stop();
  });
});

describe("ListEntries", () => {
  it("reads a stream page by page", async () => {
    const { token, userId } = world.person();
    const channel = world.channel();
    await world.channels.join(userId, channel);
    for (let n = 0; n < 5; n++) await world.channels.post(channel, `${n}`);
    const page = await overConnect(server.url).listEntries(
      { stream: channel, afterSeq: 2n, limit: 2 },
      by(token),
    );
    expect([page.firstSeq, page.entries.length, page.head]).toEqual([3n, 2, 6n]);
    const own = await overConnect(server.url).listEntries({ stream: userId, afterSeq: 0n }, by(token));
    expect(own.entries.map(({ body }) => body.case)).toEqual(["channelAdded"]);
  });

  it("is refused for a channel one may not read, and for the stream of somebody else", async () => {
    const { token } = world.person();
    for (const stream of [world.channel(), world.person().userId]) {
      await expect(overConnect(server.url).listEntries({ stream }, by(token))).rejects.toThrow("not_found");
    }
  });
});

describe("SetPresence", () => {
  it("shows what a person chose on all their devices, until they choose otherwise", async () => {
    const [ada, bob] = [world.person(), world.person()];
    const hasty = await world.server({
      limits: { ...testLimits, presence: { ...testLimits.presence, tickMs: 50, graceMs: 50 } },
    });
    const watching = await hasty.connect(bob.token);
    const sees = (state: PresenceState, after: number) =>
      watching.until(
        "ephemeral",
        (frame) =>
          watching.frames.findIndex(({ value }) => value === frame) >= after &&
          frame.body.case === "presence" &&
          frame.body.value.state === state,
      );
    watching.say({ case: "focus", value: { users: [ada.userId] } });
    await sees(PresenceState.OFFLINE, 0);
    const rpc = overConnect(hasty.url);
    await rpc.setPresence({ state: PresenceState.DO_NOT_DISTURB }, by(ada.token));
    const present = await hasty.connect(ada.token);
    await sees(PresenceState.DO_NOT_DISTURB, 0);
    present.say({ case: "focus", value: { active: true } });
    await rpc.setPresence({ state: PresenceState.UNSPECIFIED }, by(ada.token));
    await sees(PresenceState.ACTIVE, 0);
    const before = watching.frames.length;
    await present.close();
    expect((await sees(PresenceState.OFFLINE, before)).body.case).toBe("presence");
    await hasty.stop();
  });

  it("is told to the person's other devices, and can be read, as long as it holds", async () => {
    const ada = world.person();
    const rpc = overConnect(server.url);
    const device = await server.connect(ada.token);
    const choice = async () => (await rpc.getPresence({}, by(ada.token))).choice;
    expect(await choice()).toMatchObject({ state: PresenceState.UNSPECIFIED });
    const expiresAt = timestampFromDate(new Date(Date.now() + 60_000));
    await rpc.setPresence({ state: PresenceState.DO_NOT_DISTURB, expiresAt }, by(ada.token));
    const { entries } = await device.until("entries", ({ stream }) => stream === ada.userId);
    const chosen = { state: PresenceState.DO_NOT_DISTURB, expiresAt };
    expect(entries[0]?.body).toMatchObject({ case: "presenceChosen", value: { choice: chosen } });
    expect(await choice()).toMatchObject(chosen);
    await device.close();
  });
});
