import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";
import { type Authorizer, channelResource, orgResource, type Relationships } from "../authorizer.ts";
import { loadSchema } from "../compile-schema.ts";
import type { Oversight } from "../oversight.ts";
import { type Club, newChannel, newOrg, newUser, related } from "./club.ts";
import { allQuestions, newWorld, program } from "./random-rights.ts";
import { answers } from "./tuples.ts";

export interface ContractOptions {
  /** A club whose servers decide in the way that is to be tested. */
  readonly open: () => Promise<Club>;
  /** How many random histories are tried. */
  readonly runs: number;
}

const schema = loadSchema();
const questions = allQuestions(schema, program.resources);
/** To one history. */
const QUESTIONS = 25;

// One file may describe several: their tests run one after the other, each with what its hooks made.
let club: Club;
let server: Authorizer & Relationships & Oversight;
let org: OrgId;
let channel: ChannelId;
let ann: UserId;
let bob: UserId;

/** What contexts rely on, whatever decides. */
export function describeAuthorizer(name: string, { open, runs }: ContractOptions): void {
  describe(`rights that are ${name}`, () => {
    beforeAll(async () => {
      club = await open();
    });

    beforeEach(async () => {
      server = await club.openServer();
      [org, channel, ann, bob] = [newOrg(), newChannel(), newUser(), newUser()];
    });

    afterAll(async () => {
      await club.close();
      expect(club.complaints()).toBe(0);
    });

    describeWrites();
    describeStrangeWrites();
    describeOtherServers();
    describePermits();
    describeRandomRights(runs);
    describeChanges();
    describeRoles();
  });
}

function describeWrites(): void {
  describe("the authorizer", () => {
    it("permits by what is written, over arrows too", async () => {
      await club.touch(
        server,
        related(org, "member", ann),
        related(channel, "public", org),
        related(channel, "member", bob),
      );
      expect(await server.check(ann, "browse", orgResource(org))).toBe(true);
      expect(await server.check(ann, "view", channelResource(channel))).toBe(true);
      expect(await maySend(server, ann)).toBe(false);
      expect(await maySend(server, bob)).toBe(true);
      expect(await server.check(bob, "browse", orgResource(org))).toBe(false);
    });

    it("sees a write with its commit, and not before", async () => {
      const member = related(channel, "member", ann);
      await club.database.transaction(async (tx) => {
        await server.write(tx, { touch: [member] });
        expect(await maySend(server, ann)).toBe(false);
      });
      expect(await maySend(server, ann)).toBe(true);
      await club.remove(server, channel, member);
      expect(await maySend(server, ann)).toBe(false);
    });

    it("sees nothing of a write that was rolled back", async () => {
      const refused = club.database.transaction(async (tx) => {
        await server.write(tx, { touch: [related(channel, "member", ann)] });
        throw new Error("changed my mind");
      });
      await expect(refused).rejects.toThrow("changed my mind");
      expect(await maySend(server, ann)).toBe(false);
    });

    it("takes what is there, what is not there, and a role that changes in one write", async () => {
      const [member, admin] = [related(channel, "member", ann), related(channel, "admin", ann)];
      await club.touch(server, member, member);
      await club.touch(server, member);
      await club.database.transaction((tx) => server.write(tx, { remove: [member], touch: [admin] }));
      await club.remove(server, channel, member);
      expect(await server.check(ann, "manage_channel", channelResource(channel))).toBe(true);
      await club.database.transaction((tx) => server.write(tx, { remove: [admin], touch: [admin] }));
      expect(await server.check(ann, "manage_channel", channelResource(channel))).toBe(true);
    });
  });
}

function describeStrangeWrites(): void {
  describe("the authorizer, after all kinds of writes", () => {
    it("refuses a relationship that the schema does not know, and writes nothing of it", async () => {
      for (const unknown of [
        related(channel, "painter", ann),
        related(channel, "member", org),
        related(channel, "member", "*"),
        { resource: "shed:1", relation: "member", subject: `user:${ann}` },
      ]) {
        const written = club.touch(server, related(channel, "member", ann), unknown);
        await expect(written).rejects.toThrow("does not fit");
      }
      expect(await maySend(server, ann)).toBe(false);
    });

    it("agrees with what is stored after a storm of writes and questions", async () => {
      const people = Array.from({ length: 5 }, newUser);
      const channels = Array.from({ length: 3 }, newChannel);
      const pairs = channels.flatMap((at) => people.map((user) => ({ at, user })));
      const storm = Array.from({ length: 20 }, (_, n) =>
        pairs.map(async ({ at, user }, m) => {
          const member = related(at, "member", user);
          if ((n * 7 + m) % 3 === 0) await club.touch(server, member);
          else if ((n + m) % 3 === 0) await club.remove(server, at, member);
          else await server.check(user, "send_message", channelResource(at));
        }),
      );
      await Promise.all(storm.flat());
      const other = await club.openServer();
      for (const { at, user } of pairs) {
        const resource = channelResource(at);
        expect(await server.check(user, "participant", resource)).toBe(
          await other.check(user, "participant", resource),
        );
      }
    });
  });
}

function describeOtherServers(): void {
  describe("another server", () => {
    const STALE_MS = 5_000;
    let now: number;
    let other: Authorizer & Relationships;

    beforeEach(async () => {
      now = 0;
      other = await club.openServer({ staleMs: STALE_MS, now: () => now });
    });

    it("grants at once", async () => {
      expect(await maySend(other, ann)).toBe(false);
      await club.touch(server, related(channel, "member", ann));
      expect(await maySend(other, ann)).toBe(true);
    });

    it("still allows reading for a while after a removal, and then no more", async () => {
      const member = related(channel, "member", ann);
      await club.touch(server, member);
      expect(await maySend(other, ann)).toBe(true);
      await club.remove(server, channel, member);
      expect(await maySend(other, ann)).toBe(true);
      now = STALE_MS + 1;
      expect(await maySend(other, ann)).toBe(false);
    });

    it("gives no permit under the epoch that a removal made, though it remembers the member", async () => {
      const member = related(channel, "member", ann);
      await club.touch(server, member);
      expect(await maySend(other, ann)).toBe(true);
      await club.remove(server, channel, member);
      expect(await other.permit(ann, "send_message", channel)).toBeUndefined();
    });

    it("gives a permit that is void after a removal, and none when asked afresh", async () => {
      const member = related(channel, "member", ann);
      await club.touch(server, member);
      expect(await other.permit(ann, "send_message", channel)).toEqual({ epoch: 0n });
      await club.remove(server, channel, member);
      expect(await lockedEpoch()).toBe(1n);
      expect(await other.permit(ann, "send_message", channel)).toEqual({ epoch: 0n });
      expect(await other.permit(ann, "send_message", channel, "fresh")).toBeUndefined();
      expect(await other.permit(ann, "send_message", channel)).toBeUndefined();
    });
  });
}

function describePermits(): void {
  describe("a permit", () => {
    it("names the epoch under which it was given", async () => {
      await club.touch(server, related(channel, "member", ann), related(channel, "member", bob));
      expect(await server.permit(ann, "send_message", channel)).toEqual({ epoch: 0n });
      await club.remove(server, channel, related(channel, "member", bob));
      expect(await server.permit(ann, "send_message", channel)).toEqual({ epoch: 1n });
      expect(await server.permit(bob, "send_message", channel)).toBeUndefined();
    });

    it("is not given for an archived channel", async () => {
      await club.touch(server, related(channel, "member", ann));
      await club.database.transaction(async (tx) => {
        await club.streams.fence(tx, channel);
        await server.write(tx, { touch: [related(channel, "archived", "*")] });
      });
      expect(await server.permit(ann, "send_message", channel)).toBeUndefined();
      expect(await server.permit(ann, "read", channel)).toEqual({ epoch: 1n });
    });

    it("is never valid for somebody who was removed, however the removal and the question overlap", async () => {
      const member = related(channel, "member", ann);
      for (let round = 0; round < 25; round += 1) {
        await club.touch(server, member);
        const removal = club.remove(server, channel, member);
        const asked = Array.from({ length: 8 }, (_, n) =>
          server.permit(ann, "send_message", channel, n % 2 === 0 ? "fresh" : undefined),
        );
        await removal;
        const epoch = await lockedEpoch();
        for (const permit of await Promise.all(asked)) expect(permit?.epoch).not.toBe(epoch);
      }
    });
  });
}

function describeRandomRights(runs: number): void {
  describe("random rights", () => {
    const STEPS = 4;

    it("are decided as they are written, whatever was written and removed before", async () => {
      const other = await club.openServer({ staleMs: 0 });
      const agree = fc.asyncProperty(
        fc.array(fc.tuple(fc.subarray(program.tuples), fc.subarray(program.tuples)), { maxLength: STEPS }),
        fc.subarray(questions, { minLength: QUESTIONS, maxLength: QUESTIONS }),
        async (steps, some) => {
          const world = newWorld();
          const model = new Set<string>();
          for (const [touch, remove] of steps) {
            await club.database.transaction((tx) =>
              server.write(tx, {
                touch: touch.map(world.relationship),
                remove: remove.map(world.relationship),
              }),
            );
            for (const tuple of remove) model.delete(tuple);
            for (const tuple of touch) model.add(tuple);
            const expected = await answers(schema, [...model], some);
            expect(await world.ask(server, some)).toEqual(expected);
            expect(await world.ask(other, some)).toEqual(expected);
          }
        },
      );
      await fc.assert(agree, { numRuns: runs });
    }, 300_000);
  });
}

function describeChanges(): void {
  describe("the record of changes", () => {
    const changesOf = async (user: UserId) => {
      const changes = await server.listChanges({ resource: `channel:${channel}`, user, limit: 10 });
      return changes.map(({ relation, removed, by }) => ({ relation, removed, by }));
    };

    it("tells what had an effect and whose act it was, the latest first", async () => {
      const [member, admin] = [related(channel, "member", ann), related(channel, "admin", ann)];
      const write = (change: Parameters<typeof server.write>[1]) =>
        club.database.transaction((tx) => server.write(tx, change));
      await write({ touch: [member], by: bob });
      await write({ touch: [member], remove: [admin], by: ann });
      await write({ touch: [admin, member], remove: [member] });
      await write({ remove: [admin, member], by: bob });
      expect(await changesOf(ann)).toEqual([
        { relation: "member", removed: true, by: bob },
        { relation: "admin", removed: true, by: bob },
        { relation: "admin", removed: false, by: undefined },
        { relation: "member", removed: false, by: bob },
      ]);
      expect(await changesOf(bob)).toEqual([]);
    });

    it("tells nothing of what was rolled back", async () => {
      const refused = club.database.transaction(async (tx) => {
        await server.write(tx, { touch: [related(channel, "member", ann)] });
        throw new Error("changed my mind");
      });
      await expect(refused).rejects.toThrow("changed my mind");
      expect(await changesOf(ann)).toEqual([]);
    });

    it("knows what a server of the version before has written", async () => {
      await sql`select authz.write('{}', '{}', '{}', ${[`channel:${channel}`]}, ${["member"]}, ${[`user:${ann}`]})`.execute(
        club.database.sql,
      );
      expect(await maySend(server, ann)).toBe(true);
      expect(await changesOf(ann)).toEqual([{ relation: "member", removed: false, by: undefined }]);
    });
  });
}

function describeRoles(): void {
  describe("the role of a context", () => {
    it("cannot read or change relationships by itself", async () => {
      const denied = expect.objectContaining({ code: "42501" });
      const { sql: db } = club.database;
      await expect(sql`select from authz.relation_tuples`.execute(db)).rejects.toEqual(denied);
      await expect(sql`delete from authz.relation_tuples`.execute(db)).rejects.toEqual(denied);
    });
  });
}

const maySend = (at: Authorizer, user: UserId): Promise<boolean> =>
  at.check(user, "send_message", channelResource(channel));

/** As a writer sees it that holds the lock on the head of the channel. */
function lockedEpoch(): Promise<bigint | undefined> {
  return club.database.transaction(
    async (tx) => (await club.streams.lock(tx, [channel])).get(channel)?.epoch,
  );
}
