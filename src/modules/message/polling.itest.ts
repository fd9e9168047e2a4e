import { fromBinary } from "@bufbuild/protobuf";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { createTestClock } from "../../kernel/testing/test-clock.ts";
import { forgetReactions } from "./application/forget-reactions.ts";
import { listVoters } from "./application/polls/list-voters.ts";
import type { Poll, PollWish } from "./domain/poll.ts";
import { createBelongings } from "./infrastructure/belongings.ts";
import { createVotes } from "./infrastructure/polls/votes.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

const clock = createTestClock("2026-06-01T08:00:00Z");
let world: MessageWorld;
let ada: Actor;
let bob: Actor;
let channelId: ChannelId;
beforeAll(async () => {
  world = await createMessageWorld(clock);
});
afterAll(() => world.close());
beforeEach(() => {
  [ada, bob, channelId] = [world.person(), world.person(), world.channel()];
});

const wish: PollWish = {
  options: ["Tea", "Coffee"],
  ...{ multiple: false, anonymous: false, open: false, closesAt: undefined },
};

async function ask(poll: Partial<PollWish> = {}, clientId = world.clientId()) {
  const message = { channelId, clientId, text: "What do we drink?", alsoInChannel: false };
  return (await world.app.send(ada, { ...message, poll: { ...wish, ...poll } })).messageId;
}

const see = async (id: MessageId): Promise<Poll | undefined> =>
  (await world.app.getMessage(id, ada.userId)).message.poll;
const votesIn = async (id: MessageId) => (await see(id))?.options.map(({ votes }) => votes);
const refusing = (reason: string) => expect.objectContaining({ reason });
const voting = (actor: Actor, messageId: MessageId, ...optionIds: number[]) =>
  world.app.vote(actor, { messageId, channelId, optionIds });

describe("a poll", () => {
  it("is posted with its question in one step, once for a client id", async () => {
    const clientId = world.clientId();
    const id = await ask({}, clientId);
    expect(await ask({}, clientId)).toBe(id);
    expect(await see(id)).toEqual({
      ...{ ...wish, closedAt: undefined, voters: 0 },
      options: [
        { id: 1, text: "Tea", addedBy: ada.userId, votes: 0 },
        { id: 2, text: "Coffee", addedBy: ada.userId, votes: 0 },
      ],
    });
    expect(await world.log(channelId)).toHaveLength(1);
  });

  it("needs two different options, and a future", async () => {
    await expect(ask({ options: ["Tea", " Tea "] })).rejects.toThrow(refusing("POLL_NEEDS_OPTIONS"));
    await expect(ask({ closesAt: clock.now() })).rejects.toThrow(refusing("POLL_CLOSES_PAST"));
  });

  it("counts each person's last word", async () => {
    const id = await ask();
    await voting(ada, id, 1);
    await voting(bob, id, 1);
    expect(await votesIn(id)).toEqual([2, 0]);
    await voting(bob, id, 2);
    await voting(bob, id, 2);
    expect([await votesIn(id), (await see(id))?.voters]).toEqual([[1, 1], 2]);
    await voting(ada, id);
    expect([await votesIn(id), (await see(id))?.voters]).toEqual([[0, 1], 1]);
  });

  it("takes one option where one is asked for, and only those that there are", async () => {
    const id = await ask();
    await expect(voting(bob, id, 1, 2)).rejects.toThrow(refusing("ONE_OPTION_ONLY"));
    await expect(voting(bob, id, 3)).rejects.toThrow(refusing("OPTION_NOT_FOUND"));
    const many = await ask({ multiple: true });
    await voting(bob, many, 1, 2);
    expect([await votesIn(many), (await see(many))?.voters]).toEqual([[1, 1], 1]);
  });

  it("is closed by its author or a moderator, or by time", async () => {
    const id = await ask();
    await expect(world.app.closePoll(bob, { messageId: id, channelId })).rejects.toThrow(
      refusing("NOT_PERMITTED"),
    );
    await world.app.closePoll(ada, { messageId: id, channelId });
    await expect(voting(bob, id, 1)).rejects.toThrow(refusing("POLL_CLOSED"));
    const timed = await ask({ closesAt: new Date(clock.now().getTime() + 60_000) });
    await voting(bob, timed, 1);
    clock.advance(60_000);
    await expect(voting(bob, timed, 2)).rejects.toThrow(refusing("POLL_CLOSED"));
    expect(await votesIn(timed)).toEqual([1, 0]);
  });

  it("gets options of others only where it is open", async () => {
    const id = await ask();
    const water = { messageId: id, channelId, text: "Water" };
    await expect(world.app.addPollOption(bob, water)).rejects.toThrow(refusing("POLL_FIXED"));
    const open = { ...water, messageId: await ask({ open: true }) };
    await world.app.addPollOption(bob, open);
    await world.app.addPollOption(ada, open);
    await voting(ada, open.messageId, 3);
    expect((await see(open.messageId))?.options.at(-1)).toEqual({
      ...{ id: 3, text: "Water", addedBy: bob.userId, votes: 1 },
    });
  });

  it("tells who voted for what unless it is anonymous, and never in the log", async () => {
    const votes = createVotes(world.database);
    const asked = (messageId: MessageId) =>
      listVoters({ ...world.parts, votes }, ada, { messageId, optionId: 1 });
    const [id, secret] = [await ask(), await ask({ anonymous: true })];
    await voting(bob, id, 1);
    await voting(bob, secret, 1);
    expect(await asked(id)).toEqual([bob.userId]);
    await expect(asked(secret)).rejects.toThrow(refusing("POLL_ANONYMOUS"));
    const text = (await world.log(channelId)).map((entry) => Buffer.from(entry).toString("latin1")).join();
    expect(text).not.toContain(bob.userId);
  });

  it("leaves nothing once its message is deleted, in the log neither", async () => {
    const id = await ask({ open: true });
    await world.app.addPollOption(bob, { messageId: id, channelId, text: "Something secret" });
    await voting(bob, id, 3);
    await world.app.remove(ada, { messageId: id, channelId });
    const text = (await world.log(channelId)).map((entry) => Buffer.from(entry).toString("latin1")).join();
    expect(text).not.toMatch(/secret|Coffee/);
    expect(await createVotes(world.database).of(id, bob.userId)).toEqual([]);
    expect(fromBinary(EntrySchema, (await world.log(channelId))[0] ?? new Uint8Array()).body.case).toBe(
      "messagePosted",
    );
  });

  it("loses the votes of whoever is gone for good, closed ones too", async () => {
    const [open, closed] = [await ask(), await ask()];
    for (const id of [open, closed]) await voting(bob, id, 1);
    await world.app.closePoll(ada, { messageId: closed, channelId });
    const deps = { ...world.parts, belongings: createBelongings(world.database) };
    while ((await forgetReactions(deps, bob.userId)).more);
    expect([await votesIn(open), await votesIn(closed)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it("shows what a naive recount gives, whoever votes at the same time", async () => {
    const ballots = fc.array(
      fc.record({ who: fc.nat(3), choice: fc.uniqueArray(fc.integer({ min: 1, max: 3 })) }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(ballots, async (cast) => {
        const id = await ask({ options: ["a", "b", "c"], multiple: true });
        const people = [ada, bob, world.person(), world.person()];
        await Promise.all(cast.map(({ who, choice }) => voting(people[who] ?? ada, id, ...choice)));
        const { rows } = await sql<{ votes: number[]; voters: number }>`
          select array[count(*) filter (where option_id = 1), count(*) filter (where option_id = 2),
            count(*) filter (where option_id = 3)]::int[] as votes, count(distinct user_id)::int as voters
          from message.votes where message_id = ${id}`.execute(world.database.sql);
        const poll = await see(id);
        expect({ votes: poll?.options.map(({ votes }) => votes), voters: poll?.voters }).toEqual(rows[0]);
      }),
      { numRuns: 15 },
    );
  });
});
