import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { Callings } from "./application/ports.ts";
import { type History, histories, play } from "./testing/history.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

/** Reads every message there is, and counts those that call the reader. */
async function recount(
  { targets }: History,
  reader: Actor,
  { groupIds, apartIds }: Callings,
  readSeq: bigint,
) {
  let mentions = 0;
  for (const { messageId } of targets) {
    const { message } = await world.app.getMessage(messageId, reader.userId);
    const { authorId, deletedAt, seq } = message;
    if (deletedAt !== undefined || seq <= readSeq) continue;
    if (authorId === reader.userId || apartIds.includes(authorId)) continue;
    const { channel, here, userIds, groupIds: called } = message.mentions;
    if (channel || here || userIds.includes(reader.userId) || groupIds.some((id) => called.includes(id))) {
      mentions += 1;
    }
  }
  return mentions;
}

describe("the count of unread mentions", () => {
  it("is that of a recount, whatever happened, whoever is in the group and whoever blocked whom", async () => {
    const situations = fc.record({
      steps: histories,
      reader: fc.nat(2),
      isInGroup: fc.boolean(),
      isApart: fc.boolean(),
      readSeq: fc.bigInt({ min: 0n, max: 20n }),
    });
    await fc.assert(
      fc.asyncProperty(situations, async ({ steps, reader: which, isInGroup, isApart, readSeq }) => {
        const history = await play(world, steps);
        const [reader, other] = [history.people[which], history.people[(which + 1) % 3]];
        if (reader === undefined || other === undefined) throw new Error("three people play");
        const callings = {
          groupIds: isInGroup ? [world.group(), history.group] : [],
          apartIds: isApart ? [other.userId] : [],
        };
        world.callings.set(reader.userId, callings);
        world.readPositions.set(reader.userId, [{ channelId: history.channel, readSeq }]);
        const [unread] = await world.app.listUnread(reader.userId);
        expect(unread?.mentions).toBe(await recount(history, reader, callings, readSeq));
      }),
      { numRuns: 60 },
    );
  });

  it("is a hundred at most, however many groups call the reader at once", async () => {
    const [author, reader] = [world.person(), world.person()];
    const [channelId, groups] = [world.channel(), [world.group(), world.group(), world.group()]];
    world.callings.set(reader.userId, { groupIds: groups, apartIds: [] });
    world.readPositions.set(reader.userId, [{ channelId, readSeq: 0n }]);
    const text = groups.map((id) => `<@${id}>`).join(" ");
    const say = () =>
      world.app.send(author, { channelId, clientId: world.clientId(), text, alsoInChannel: false });
    await Promise.all(Array.from({ length: 60 }, say));
    expect(await world.app.listUnread(reader.userId)).toMatchObject([{ mentions: 60 }]);
    await Promise.all(Array.from({ length: 60 }, say));
    expect(await world.app.listUnread(reader.userId)).toMatchObject([{ mentions: 100 }]);
  });

  it("counts nobody of a group in what stands in code", async () => {
    const [author, reader] = [world.person(), world.person()];
    const [channelId, group] = [world.channel(), world.group()];
    world.callings.set(reader.userId, { groupIds: [group], apartIds: [] });
    world.readPositions.set(reader.userId, [{ channelId, readSeq: 0n }]);
    const text = `\`<@${group}>\``;
    await world.app.send(author, { channelId, clientId: world.clientId(), text, alsoInChannel: false });
    expect(await world.app.listUnread(reader.userId)).toMatchObject([{ messages: 1, mentions: 0 }]);
  });
});
