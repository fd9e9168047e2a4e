import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EngineRefused } from "../../../kernel/engine-refused.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { type Authorizer, channelResource, type Relationships } from "../authorizer.ts";
import { type Club, newChannel, newUser, openClub, related } from "../testing/club.ts";
import { FragileSpiceDb } from "../testing/fragile-spicedb.ts";
import { openEmbeddedSpiceDb } from "../testing/spicedb.ts";
import { mirroredSchema } from "./install.ts";
import { MirrorStore } from "./mirror-store.ts";

let club: Club;
let spicedb: FragileSpiceDb;
let channel: ChannelId;
let ann: UserId;

beforeEach(async () => {
  spicedb = new FragileSpiceDb(await openEmbeddedSpiceDb());
  club = await openClub(async () => spicedb);
  [channel, ann] = [newChannel(), newUser()];
});

afterEach(async () => {
  await club.close();
});

const maySend = (at: Authorizer): Promise<boolean> => at.check(ann, "send_message", channelResource(channel));

/** What SpiceDB itself says now. */
const mirrored = async (user: UserId = ann): Promise<boolean> => {
  const question = { resource: `channel:${channel}`, relation: "send_message", subject: `user:${user}` };
  return (await spicedb.check([question]))[0] === true;
};

const isMirrored = (expected: boolean): Promise<boolean> =>
  vi.waitUntil(async () => (await mirrored().catch(() => undefined)) === expected, { timeout: 20_000 });

describe("the mirror", () => {
  it("is filled with all that was written before there was one", async () => {
    const before = club.openServerWithoutSpiceDb();
    const people = Array.from({ length: 2_000 }, newUser);
    await club.touch(before, ...people.map((user) => related(channel, "member", user)));
    const server = await club.openServer();
    for (const user of [people[0], people[999], people.at(-1)]) expect(await mirrored(user)).toBe(true);
    expect(await maySend(server)).toBe(false);
    expect(club.complaints()).toBe(0);
  });

  it("knows what a server has written that knows of no SpiceDB", async () => {
    const server = await club.openServer();
    const other = club.openServerWithoutSpiceDb();
    await club.touch(other, related(channel, "member", ann));
    expect(await maySend(server)).toBe(true);
    expect(await mirrored()).toBe(true);
    await club.remove(other, channel, related(channel, "member", ann));
    expect(await server.permit(ann, "send_message", channel)).toBeUndefined();
    expect(await mirrored()).toBe(false);
  });

  it("takes no write that arrives after others had their turn", async () => {
    const server = await club.openServer();
    await club.touch(server, related(channel, "member", ann));
    expect(await maySend(server)).toBe(true);
    const late = spicedb.writes.at(-1) ?? expect.fail("nothing was written");
    await club.remove(server, channel, related(channel, "member", ann));
    expect(await maySend(server)).toBe(false);
    await expect(spicedb.write(late)).rejects.toThrow(/precondition/);
    expect(await mirrored()).toBe(false);
  });

  it("goes on where a write succeeded and its answer was lost", async () => {
    const server = await club.openServer();
    spicedb.loseAnswer();
    await club.touch(server, related(channel, "member", ann));
    expect(await maySend(server)).toBe(true);
    await isMirrored(true);
    await club.remove(server, channel, related(channel, "member", ann));
    await isMirrored(false);
    expect(spicedb.cleared).toBe(0);
  });

  it("is made again, from the truth alone, when that is ordered", async () => {
    const server = await club.openServer();
    await spicedb.write({ touch: [related(channel, "member", ann)], remove: [] });
    expect(await mirrored()).toBe(true);
    await club.touch(server, related(channel, "moderator", newUser()));
    expect(await new MirrorStore(club.relationships).resync()).toBe(true);
    await isMirrored(false);
    expect(await maySend(server)).toBe(false);
  });

  it("is given up, and nothing waits for it any more", async () => {
    const server = await club.openServer();
    expect(await new MirrorStore(club.relationships).leave()).toBe(true);
    await club.touch(server, related(channel, "member", ann));
    expect(await maySend(server)).toBe(true);
    expect(await new MirrorStore(club.relationships).resync()).toBe(false);
  });
});

describe("while SpiceDB is away", () => {
  let server: Authorizer & Relationships;

  beforeEach(async () => {
    server = await club.openServer();
  });

  it("rights are decided here, and SpiceDB learns of them when it is back", async () => {
    const [member, bob] = [related(channel, "member", ann), newUser()];
    await club.touch(server, related(channel, "member", bob));
    expect(await server.permit(bob, "send_message", channel)).toEqual({ epoch: 0n });
    spicedb.away = true;
    expect(await maySend(server)).toBe(false);
    await club.touch(server, member);
    expect(await maySend(server)).toBe(true);
    await club.remove(server, channel, related(channel, "member", bob));
    expect(await server.permit(bob, "send_message", channel)).toBeUndefined();
    expect(await server.permit(ann, "send_message", channel)).toEqual({ epoch: 1n });
    spicedb.away = false;
    await isMirrored(true);
    expect(await mirrored(bob)).toBe(false);
  });

  it("nobody is refused or let in because it came back with nothing", async () => {
    await club.touch(server, related(channel, "member", ann));
    expect(await maySend(server)).toBe(true);
    spicedb.replaceBy(await openEmbeddedSpiceDb());
    const other = await club.openServer();
    expect(await maySend(other)).toBe(true);
    expect(await other.check(newUser(), "send_message", channelResource(channel))).toBe(false);
    await isMirrored(true);
  });

  it("nobody is refused because it lost everything but the schema", async () => {
    await club.touch(server, related(channel, "member", ann));
    const empty = await openEmbeddedSpiceDb();
    await empty.writeSchema(mirroredSchema());
    spicedb.replaceBy(empty);
    expect(await server.permit(ann, "send_message", channel, "fresh")).toEqual({ epoch: 0n });
    await isMirrored(true);
  });
});

describe("a store is refused", () => {
  const start = () => club.openServer();

  it("that holds the schema of another program", async () => {
    await spicedb.writeSchema("definition user {}");
    await expect(start()).rejects.toThrow("another program");
  });

  it("that belongs to another installation", async () => {
    const neighbour = await openClub(async () => spicedb);
    await neighbour.openServer();
    await expect(start()).rejects.toThrow(EngineRefused);
    await expect(start()).rejects.toThrow("another installation");
    await neighbour.close();
  });

  it("that a newer program has written", async () => {
    await start();
    const store = { resource: "mirror:store", relation: "schema" };
    const [ours] = (await spicedb.read(store.resource)).filter((it) => it.relation === "schema");
    await spicedb.write({ touch: [{ ...store, subject: "mirror:999" }], remove: ours ? [ours] : [] });
    await expect(start()).rejects.toThrow("newer program");
  });
});
