import { describe, expect, it } from "vitest";
import type { Server } from "./testing/model/server.ts";
import { channels, users, World } from "./testing/model/world.ts";
import { settled } from "./testing/virtual-timers.ts";

const [ada, bob] = users;
const [channel] = channels;

/** Ada and Bob are in a channel in which two messages stand. */
function worldWithChannel() {
  const world = new World();
  const [server] = world.servers;
  if (server === undefined) throw new Error("a world has servers");
  world.organisation.join(ada, channel);
  world.organisation.join(bob, channel);
  world.organisation.post(channel);
  return { world, server };
}

async function connected(world: World) {
  world.connect(ada, 0);
  await world.calm();
  const session = world.sessions.at(-1);
  if (session === undefined) throw new Error("nobody is connected");
  return session;
}

/** Takes the oldest question: first it is looked at, then answered. */
async function step(server: Server): Promise<void> {
  server.pending.proceed(0);
  await settled();
}

/** Everything but the oldest question is answered until the reader's position is set. */
async function placedAgain(world: World, server: Server): Promise<void> {
  while (world.sessions[0]?.connection.readers.get(channel)?.next === 0) {
    await world.timers.pass(0);
    if (server.pending.size > 1) server.pending.proceed(1);
    await settled();
  }
}

async function postAndAnnounce(world: World, server: Server): Promise<void> {
  world.organisation.post(channel);
  server.announceAll();
  await world.timers.pass(10);
}

describe("a removal", () => {
  it("is the last entry that the removed person gets", async () => {
    const { world, server } = worldWithChannel();
    const { client } = await connected(world);
    const before = world.log.head(channel);
    world.organisation.remove(ada, channel);
    world.organisation.post(channel);
    await postAndAnnounce(world, server);
    expect(client.next.get(channel)).toBe(before + 2);
    await world.answerAll();
    await world.timers.pass(10);
    expect(client.next.has(channel)).toBe(false);
    expect(world.broken).toEqual([]);
  });

  it("counts although the list of channels that was asked for before it comes in after it", async () => {
    const { world, server } = worldWithChannel();
    world.connect(ada, 0);
    const session = world.sessions[0];
    if (session === undefined) throw new Error("nobody is connected");
    // Own stream placed, guest or not, channels listed, channel placed.
    while (!session.connection.readers.get(channel)?.next) {
      await world.timers.pass(0);
      await step(server);
    }
    // The second list is looked up, but its answer is on its way.
    await step(server);
    world.organisation.remove(ada, channel);
    world.organisation.post(channel);
    // Meanwhile the client goes on from beyond its removal.
    world.watchFrom(0, channel, world.log.head(channel));
    await placedAgain(world, server);
    await step(server);
    await postAndAnnounce(world, server);
    await world.calm();
    expect(world.broken).toEqual([]);
    expect(session.client.next.has(channel)).toBe(false);
  });

  it("counts although the question that was asked before it is answered after it", async () => {
    const { world, server } = worldWithChannel();
    const session = await connected(world);
    // Goes forward, so it is asked whether Ada may read.
    world.organisation.post(channel);
    world.watchFrom(0, channel, world.log.head(channel));
    while (server.pending.size === 0 || session.connection.readers.get(channel)?.next === 0) {
      await world.timers.pass(0);
      await step(server);
    }
    await step(server);
    world.organisation.remove(ada, channel);
    world.organisation.post(channel);
    world.watchFrom(0, channel, world.log.head(channel));
    await placedAgain(world, server);
    await step(server);
    await postAndAnnounce(world, server);
    await world.calm();
    expect(world.broken).toEqual([]);
    expect(session.client.next.has(channel)).toBe(false);
  });
});
