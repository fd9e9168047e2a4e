import { describe, expect, it } from "vitest";
import type { StreamId } from "./domain/stream.ts";
import { channels, users, World } from "./testing/model/world.ts";

const [ada, bob] = users;
const [channel] = channels;

describe("beginning to read", () => {
  it("goes on from the cursor although the person's joining is announced only while they connect", async () => {
    const world = new World();
    world.connect(ada, 0);
    await world.calm();
    // Neither is announced: the server learns of it from the cursor of the next connection.
    world.organisation.join(ada, channel);
    world.organisation.post(channel);
    world.connect(
      ada,
      0,
      new Map<StreamId, number>([
        [ada, 1],
        [channel, 1],
      ]),
    );
    await world.calm();
    const [, session] = world.sessions;
    expect(session?.link.frames).toContainEqual(
      expect.objectContaining({
        case: "entries",
        value: expect.objectContaining({ stream: channel, firstSeq: 2n }),
      }),
    );
    expect(world.broken).toEqual([]);
    expect(world.missing()).toEqual([]);
  });

  it("does not take what was announced before its head was known for news, nor lose it", async () => {
    const world = new World();
    const [server] = world.servers;
    world.organisation.join(bob, channel);
    world.connect(bob, 0);
    world.organisation.post(channel);
    server?.announceAll();
    world.organisation.post(channel);
    await world.calm();
    expect(world.broken).toEqual([]);
    expect(world.missing()).toEqual([]);
  });

  it("reads for all who lack the same as often as for one", async () => {
    expect(await readsFor(15)).toBe(await readsFor(1));
  });
});

/** How often the log is read when so many connections come back to the same position. */
async function readsFor(connections: number): Promise<number> {
  const world = new World();
  world.organisation.join(ada, channel);
  for (let n = 0; n < 8; n++) world.organisation.post(channel);
  for (let n = 0; n < connections; n++) world.connect(ada, 0, new Map([[channel, 3]]));
  await world.calm();
  expect(world.missing()).toEqual([]);
  return world.servers[0]?.pages.length ?? 0;
}
