// @vitest-environment happy-dom
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Goodbye_Reason, GoodbyeSchema } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Cache } from "./cache/cache.ts";
import { createMemoryCache } from "./cache/memory.ts";
import { startClient } from "./client.ts";
import { createBrowser } from "./testing/browser.ts";
import { channelId, me, person } from "./testing/simulated-channel.ts";
import { SimulatedServer } from "./testing/simulated-server.ts";

const never = () => () => undefined;
const surroundings = { isOnline: () => true, isVisible: () => true, subscribe: never, onActivity: never };

/** A browser that keeps what it keeps, in which the page can be opened and closed. */
function createDevice(server = new SimulatedServer()) {
  const caches = new Map<string, Cache>();
  const browsers = new Map<string, ReturnType<typeof createBrowser>>();
  let tabs = 0;
  const open = () => {
    const client = startClient({
      createTransport: (onUnauthenticated) => server.transport(onUnauthenticated),
      openSocket: server.openSocket,
      openCache: (userId) => {
        const cache = caches.get(userId) ?? createMemoryCache();
        caches.set(userId, cache);
        return cache;
      },
      forgetHabits: async () => undefined,
      openTabs: (name) => {
        const browser = browsers.get(name) ?? createBrowser();
        browsers.set(name, browser);
        tabs += 1;
        return browser.open(String(tabs)) as never;
      },
      surroundings,
    });
    const workspace = () => {
      const opened = client.workspace.getState();
      if (opened === undefined) throw new Error("nobody is signed in");
      return opened;
    };
    const rows = () => workspace().logs.of(channelId).window.store.getState();
    return { client, workspace, rows, phase: () => client.session.store.getState().phase };
  };
  return { server, caches, open };
}

const post = (server: SimulatedServer) => {
  server.channel.act({ kind: "post", by: 1, calls: 0 });
  const { head, entries } = server.channel;
  return () => server.deliver(channelId, entries.slice(head - 1), head);
};

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => void vi.useRealTimers());

describe("a client", () => {
  it("begins from the positions that its lists reflect", async () => {
    const { server, open } = createDevice();
    post(server);
    post(server);
    server.own.length = 7;
    open();
    await pass(100);
    expect(server.said[0]).toMatchObject({
      case: "hello",
      value: {
        cursors: [
          { stream: me, seq: 7n },
          { stream: channelId, seq: 2n },
        ],
      },
    });
  });

  it("misses nothing of a channel that is read before its list was", async () => {
    const { server, open } = createDevice();
    post(server);
    const answer = Promise.withResolvers<void>();
    server.lists = answer.promise;
    const { workspace, rows } = open();
    await pass(0);
    workspace().view(channelId);
    await pass(100);
    expect(rows().rows).toHaveLength(1);
    post(server);
    answer.resolve();
    await pass(100);
    expect(rows().rows.map(({ text }) => text)).toEqual(["text 1", "text 2"]);
  });

  it("opens with what was seen the last time, without the server, and catches up when it is back", async () => {
    const { server, open } = createDevice();
    post(server);
    const before = open();
    await pass(0);
    before.workspace().view(channelId);
    await pass(3_000);
    before.client.stop();

    server.isUp = false;
    post(server);
    const after = open();
    await pass(0);
    after.workspace().view(channelId);
    await pass(100);
    expect(after.phase()).toBe("signed-in");
    expect([...after.workspace().channels.store.getState().mine.keys()]).toEqual([channelId]);
    expect(after.rows().rows.map(({ text }) => text)).toEqual(["text 1"]);

    server.isUp = true;
    await pass(15_000);
    expect(after.rows().rows.map(({ text }) => text)).toEqual(["text 1", "text 2"]);
    expect(after.workspace().connection.status.getState().phase).toBe("online");
  });

  it("knows without the server whether there is more before what was seen the last time", async () => {
    const { server, open } = createDevice();
    for (let n = 0; n < 60; n += 1) post(server);
    server.mine = [{ channel: { id: channelId }, membership: { channelId, readSeq: 60n } }];
    const before = open();
    await pass(0);
    before.workspace().view(channelId);
    await pass(3_000);
    before.client.stop();

    server.isUp = false;
    const after = open();
    await pass(0);
    after.workspace().view(channelId);
    await pass(100);
    expect(after.rows()).toMatchObject({ status: "ready", hasOlder: true });
    expect(after.rows().rows).toHaveLength(50);

    server.isUp = true;
    const { window } = after.workspace().logs.of(channelId);
    await Promise.all([window.loadOlder(), pass(15_000)]);
    expect(after.rows()).toMatchObject({ hasOlder: false });
    expect(after.rows().rows).toHaveLength(60);
  });

  it("loads what was marked unread further up, when the channel is looked at again", async () => {
    const { server, open } = createDevice();
    for (let n = 0; n < 120; n += 1) post(server);
    server.mine = [{ channel: { id: channelId }, membership: { channelId, readSeq: 120n } }];
    const { workspace, rows } = open();
    await pass(0);
    workspace().view(channelId)();
    await pass(3_000);
    expect(rows().rows[0]).toMatchObject({ seq: 71 });
    const membership = { channelId, readSeq: 9n };
    server.mine = [{ channel: { id: channelId }, membership }];
    server.happen({ case: "membershipChanged", value: { membership } });
    await pass(3_000);
    workspace().view(channelId);
    await pass(100);
    expect(rows().rows.map(({ seq }) => seq)).toContain(10);
  });

  it("shows a message that comes, and keeps the others as they are", async () => {
    const { server, open } = createDevice();
    post(server);
    const { workspace, rows } = open();
    await pass(0);
    workspace().view(channelId);
    await pass(100);
    const [first] = rows().rows;
    post(server)();
    await pass(0);
    expect(rows().rows).toHaveLength(2);
    expect(rows().rows[0]).toBe(first);
    expect(workspace().channels.store.getState().mine.get(channelId)?.unread).toBe(2);
  });

  it("shows nothing of a channel any more that the person was removed from", async () => {
    const { server, open, caches } = createDevice();
    post(server);
    const { workspace, rows } = open();
    await pass(0);
    workspace().view(channelId);
    await pass(3_000);
    expect(await caches.get(me)?.get("logs", channelId)).toMatchObject({ messages: [{ seq: 1 }] });
    server.mayRead = false;
    server.happen({ case: "channelRemoved", value: { channelId } });
    await pass(100);
    expect(rows()).toMatchObject({ status: "failed", rows: [] });
    expect(workspace().channels.store.getState().mine.size).toBe(0);
    expect(await caches.get(me)?.get("logs", channelId)).toBeUndefined();
  });

  it("counts who joined once, though the channel was read after they had", async () => {
    const { server, open } = createDevice();
    server.mine = [{ channel: { id: channelId, memberCount: 5 }, membership: { channelId } }];
    const { workspace } = open();
    await pass(100);
    const memberCount = () => workspace().channels.store.getState().mine.get(channelId)?.channel.memberCount;
    expect(memberCount()).toBe(5);
    const joined = { case: "memberJoined", value: { userId: person(2), memberCount: 5 } } as const;
    server.channel.entries.push(create(EntrySchema, { body: joined }));
    server.deliver(channelId, server.channel.entries, 1);
    expect(memberCount()).toBe(5);
    const left = { case: "memberLeft", value: { userId: person(2), memberCount: 4 } } as const;
    server.channel.entries.push(create(EntrySchema, { body: left }));
    server.deliver(channelId, server.channel.entries.slice(1), 2);
    expect(memberCount()).toBe(4);
  });

  it("follows a channel that the person was added to from where they begin to read", async () => {
    const { server, open } = createDevice();
    server.mine = [];
    const { workspace } = open();
    await pass(100);
    const membership = { channelId, readSeq: 4n };
    server.happen({ case: "channelAdded", value: { channel: { id: channelId }, membership } });
    expect(server.said.at(-1)).toMatchObject({
      case: "watch",
      value: { cursors: [{ stream: channelId, seq: 4n }] },
    });
    expect(workspace().channels.store.getState().mine.get(channelId)).toMatchObject({ unread: 0 });
  });
});

describe("a session", () => {
  it("that the server does not know leads to what a stranger may see", async () => {
    const { server, open } = createDevice();
    server.signedIn = undefined;
    const { client } = open();
    await pass(0);
    expect(client.session.store.getState()).toMatchObject({
      phase: "signed-out",
      setup: { orgName: "Northwind" },
    });
  });

  it("that the server has ended leaves what it said of it, until somebody signs in", async () => {
    const { server, open } = createDevice();
    const { client } = open();
    await pass(100);
    server.signedIn = undefined;
    server.unknown = new ConnectError("taken back", Code.Unauthenticated);
    await client.session.verify();
    const ended = () => {
      const state = client.session.store.getState();
      return state.phase === "signed-out" ? state.ended?.rawMessage : state.phase;
    };
    expect(ended()).toBe("taken back");
    await client.session.login({ email: me, password: "secret" });
    await client.session.logout();
    expect(ended()).toBeUndefined();
  });

  it("begins by signing in and ends by signing out, in every tab", async () => {
    const { server, open } = createDevice();
    server.signedIn = undefined;
    const [one, two] = [open(), open()];
    await pass(0);
    await one.client.session.login({ email: me, password: "secret" });
    await pass(100);
    expect([one.phase(), two.phase()]).toEqual(["signed-in", "signed-in"]);
    await two.client.session.logout();
    await pass(100);
    expect([one.phase(), two.phase()]).toEqual(["signed-out", "signed-out"]);
    expect(one.client.workspace.getState()).toBeUndefined();
  });

  it("that was signed out leaves nothing on the device", async () => {
    const { open, caches } = createDevice();
    const { client, workspace } = open();
    await pass(100);
    workspace().drafts.write({ channelId }, "begun");
    await pass(3_000);
    await client.session.logout();
    for (const table of ["home", "logs", "users", "drafts", "outbox"] as const) {
      expect(await caches.get(me)?.all(table)).toEqual([]);
    }
  });

  it("that ended by itself leaves what was written and not sent, and nothing else", async () => {
    const { server, open, caches } = createDevice();
    const { workspace, phase } = open();
    await pass(100);
    workspace().outbox.send({ channelId, text: "not sent" });
    await pass(3_000);
    server.signedIn = undefined;
    server.tell({ case: "goodbye", value: create(GoodbyeSchema, { reason: Goodbye_Reason.SESSION_ENDED }) });
    server.cut();
    await pass(100);
    expect(phase()).toBe("signed-out");
    expect(await caches.get(me)?.all("home")).toEqual([]);
    expect(await caches.get(me)?.all("outbox")).toMatchObject([{ text: "not sent" }]);
  });

  it("of another person finds nothing of the one before", async () => {
    const { server, open, caches } = createDevice();
    const { client, workspace } = open();
    await pass(100);
    workspace().outbox.send({ channelId, text: "not sent" });
    await pass(3_000);
    server.signedIn = undefined;
    await client.session.verify();
    await client.session.login({ email: person(1), password: "secret" });
    await pass(100);
    expect(client.workspace.getState()?.me).toBe(person(1));
    expect(await caches.get(me)?.all("outbox")).toEqual([]);
  });
});
