import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Reset_Reason } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import type { ChannelId } from "../../kernel/ids.ts";
import { deleted, posted } from "./testing/entries.ts";
import { testLimits } from "./testing/realtime-server.ts";
import type { TestClient } from "./testing/test-client.ts";
import { createRealtimeWorld, heardThrough, type RealtimeWorld } from "./testing/world.ts";

let world: RealtimeWorld;
beforeAll(async () => {
  world = await createRealtimeWorld();
});
afterAll(() => world.close());

async function memberOf(...channels: ChannelId[]) {
  const person = world.person();
  for (const channel of channels) await world.channels.join(person.userId, channel);
  return person;
}

const head = async (channel: ChannelId) =>
  Number((await world.streams.heads([channel])).get(channel)?.head ?? 0n);

describe("a member", () => {
  it("gets what is posted without asking, and what happens to them personally", async () => {
    const server = await world.server();
    const channel = world.channel();
    const ada = await memberOf(channel);
    const client = await server.connect(ada.token);
    await client.until("caughtUp", ({ stream }) => stream === channel);
    await world.channels.post(channel, "one");
    await world.channels.post(channel, "two");
    await client.reaches(channel, 3);
    expect(client.texts(channel)).toEqual(["one", "two"]);
    await server.stop();
  });

  it("gets the entries of a channel they are added to, from then on", async () => {
    const server = await world.server();
    const channel = world.channel();
    const ada = world.person();
    const client = await server.connect(ada.token);
    await client.until("caughtUp");
    await world.channels.post(channel, "before");
    await world.channels.join(ada.userId, channel);
    const { head: from } = await client.until("caughtUp", ({ stream }) => stream === channel);
    expect(Number(from)).toBeGreaterThanOrEqual(1);
    await world.channels.post(channel, "after");
    await client.reaches(channel, 3);
    expect(client.texts(channel)).toEqual(["after"]);
    await server.stop();
  });

  it("gets nothing after the entry that removes them, on any server, and may be told so at once", async () => {
    const channel = world.channel();
    const [ada, bob] = [await memberOf(channel), await memberOf(channel)];
    const servers = [
      await world.server(),
      // Hears of nothing: only the head check tells it.
      await world.server({ streams: heardThrough(world.streams, () => {}) }),
    ];
    const clients = await Promise.all(servers.map((server) => server.connect(ada.token)));
    const stays = await Promise.all(servers.map((server) => server.connect(bob.token)));
    for (const client of [...clients, ...stays]) {
      await client.until("caughtUp", ({ stream }) => stream === channel);
    }
    await world.channels.remove(ada.userId, channel);
    const last = await world.channels.post(channel, "without Ada");
    for (const client of clients) {
      const reset = await client.until("reset", ({ stream }) => stream === channel);
      expect(reset.reason).toBe(Reset_Reason.NOT_ALLOWED);
    }
    for (const client of stays) await client.reaches(channel, last);
    for (const client of clients) expect(client.texts(channel)).toEqual([]);
    await Promise.all(servers.map((server) => server.stop()));
  });
});

describe("coming back", () => {
  it("goes on after the cursor, in whatever order channels are busy meanwhile", async () => {
    const server = await world.server();
    const channels = [world.channel(), world.channel(), world.channel()];
    const ada = await memberOf(...channels);
    const cursors: Record<string, number> = { [ada.userId]: 3 };
    for (const [index, channel] of channels.entries()) {
      for (let n = 0; n < 30; n++) await world.channels.post(channel, `${n}`);
      cursors[channel] = index * 10 + 1;
    }
    const client = await server.connect(ada.token, cursors);
    for (const channel of channels) await client.reaches(channel, 31);
    expect(channels.map((channel) => client.texts(channel).length)).toEqual([30, 20, 10]);
    expect(client.gaps).toEqual([]);
    await server.stop();
  });

  it("has no instant in which an entry falls between reading and listening", async () => {
    const server = await world.server();
    const channel = world.channel();
    const people = await Promise.all(Array.from({ length: 5 }, () => memberOf(channel)));
    const enough = new AbortController();
    const posts = Promise.all(
      [1, 2, 3].map(async (writer) => {
        for (let n = 0; !enough.signal.aborted; n++) await world.channels.post(channel, `${writer}.${n}`);
      }),
    );
    const clients: TestClient[] = [];
    for (let round = 0; round < 8; round++) {
      for (const { token, userId } of people) {
        const cursor = Math.max(1, (await head(channel)) - round * 7);
        clients.push(await server.connect(token, { [channel]: cursor, [userId]: 1 }));
      }
    }
    enough.abort();
    await posts;
    const end = await head(channel);
    for (const client of clients.filter(({ socket }) => socket.readyState === 1)) {
      await client.reaches(channel, end);
      expect(client.gaps).toEqual([]);
    }
    await server.stop();
  });

  it("is sent to pages where too much is missing, and where the cursor is from another world", async () => {
    const server = await world.server({ limits: { ...testLimits, catchUpEntries: 20 } });
    const channel = world.channel();
    const ada = await memberOf(channel);
    await world.channels.append(channel, ...Array.from({ length: 30 }, (_, n) => posted(`${n}`)));
    for (const [cursor, reason] of [
      [5, Reset_Reason.TOO_FAR_BEHIND],
      [1_000, Reset_Reason.UNKNOWN_CURSOR],
    ] as const) {
      const client = await server.connect(ada.token, { [channel]: cursor });
      expect(await client.until("reset")).toMatchObject({ stream: channel, reason, head: 31n });
      await client.close();
    }
    await server.stop();
  });

  it("goes on at another server after one died", async () => {
    const [first, second] = [await world.server(), await world.server()];
    const channel = world.channel();
    const ada = await memberOf(channel);
    const client = await first.connect(ada.token);
    await client.until("caughtUp", ({ stream }) => stream === channel);
    await world.channels.post(channel, "seen");
    await client.reaches(channel, 2);
    client.socket.terminate();
    await first.stop();
    await world.channels.post(channel, "missed");
    const back = await second.connect(ada.token, Object.fromEntries(client.heads));
    await back.reaches(channel, 3);
    expect(back.texts(channel)).toEqual(["missed"]);
    await second.stop();
  });

  it("is not given what was deleted meanwhile", async () => {
    const server = await world.server();
    const channel = world.channel();
    const [ada, bob] = [await memberOf(channel), await memberOf(channel)];
    const present = await server.connect(ada.token);
    await present.until("caughtUp", ({ stream }) => stream === channel);
    await world.channels.post(channel, "secret");
    await present.reaches(channel, 3);
    await world.blank(channel, 3);
    await world.channels.append(channel, deleted());
    await present.reaches(channel, 4);
    const later = await server.connect(bob.token, { [channel]: 2 });
    await later.reaches(channel, 4);
    expect(later.texts(channel)).toEqual([""]);
    await server.stop();
  });
});

describe("announcements", () => {
  it("may be lost, doubled and late", async () => {
    let count = 0;
    const late: (() => void)[] = [];
    const server = await world.server({
      streams: heardThrough(world.streams, (announce) => {
        count += 1;
        if (count % 3 === 0) return;
        if (count % 3 === 1) late.push(announce);
        else {
          announce();
          for (const each of late.splice(0).toReversed()) each();
          announce();
        }
      }),
    });
    const channel = world.channel();
    const ada = await memberOf(channel);
    const client = await server.connect(ada.token);
    await client.until("caughtUp", ({ stream }) => stream === channel);
    for (let n = 0; n < 100; n++) await world.channels.post(channel, `${n}`);
    await client.reaches(channel, 101);
    expect(client.gaps).toEqual([]);
    expect(client.texts(channel)).toHaveLength(100);
    await server.stop();
  });
});

describe("a slow reader", () => {
  it("is not queued for beyond its budget, and goes on from the log when it reads again", async () => {
    const limits = { ...testLimits, bufferBytes: 256 * 1024 };
    const server = await world.server({ limits });
    const channel = world.channel();
    const [slow, fast] = [await memberOf(channel), await memberOf(channel)];
    const clients = [await server.connect(slow.token), await server.connect(fast.token)] as const;
    for (const client of clients) await client.until("caughtUp", ({ stream }) => stream === channel);
    const begin = await head(channel);
    clients[0].socket.pause();
    const text = "x".repeat(20_000);
    for (let n = 0; n < 600; n++) await world.channels.post(channel, text);
    await clients[1].reaches(channel, begin + 600);
    expect(await server.metrics.getSingleMetricAsString("chatter_realtime_lags_total")).toMatch(/ [1-9]/);
    clients[0].socket.resume();
    await clients[0].reaches(channel, begin + 600);
    expect(clients[0].gaps).toEqual([]);
    expect(clients[0].texts(channel)).toHaveLength(600);
    await server.stop();
  }, 60_000);

  it("is closed when it does not read for too long", async () => {
    const limits = {
      ...testLimits,
      bufferBytes: 256 * 1024,
      lagMs: 300,
      presence: { ...testLimits.presence, tickMs: 50 },
    };
    const server = await world.server({ limits });
    const channel = world.channel();
    const slow = await memberOf(channel);
    const client = await server.connect(slow.token);
    await client.until("caughtUp", ({ stream }) => stream === channel);
    client.socket.pause();
    const text = "x".repeat(30_000);
    for (let n = 0; n < 400; n++) await world.channels.post(channel, text);
    while (!/too_slow"} 1/.test(await server.metrics.metrics())) await world.channels.post(channel, "more");
    client.socket.resume();
    expect((await client.closed).code).not.toBe(1000);
    await server.stop();
  }, 60_000);
});
