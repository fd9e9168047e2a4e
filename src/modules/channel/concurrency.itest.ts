import { create, toBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { ChannelId } from "../../kernel/ids.ts";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { freshName, open, openDirect, openPrivate } from "./testing/open.ts";
import { factsIn, readStream, replayMembers } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
beforeAll(async () => {
  world = await createChannelWorld();
});
afterAll(() => world.close());

/** Rows and log agree on who is in the channel. */
async function expectLogToAgree(reader: Person, channelId: ChannelId): Promise<void> {
  const members = await world.database.sql
    .selectFrom("channel.members")
    .select(["user_id", "role"])
    .where("channel_id", "=", channelId)
    .execute();
  const replayed = replayMembers(await readStream(world.streams, channelId));
  expect(new Map(members.map(({ user_id, role }) => [user_id as string, role as string]))).toEqual(replayed);
  expect((await world.channels.describe(channelId))?.memberCount).toBe(replayed.size);
  expect(await refusalOf(reader.api.listMembers({ channelId }))).toBe("no refusal");
}

/** Personal streams and rows agree on the channels a person is in. */
async function expectStreamToAgree(person: Person): Promise<void> {
  const channels = new Set<string>();
  for (const { body } of await readStream(world.streams, person.userId)) {
    if (body.case === "channelAdded") channels.add(body.value.channel?.id ?? "");
    if (body.case === "channelRemoved") expect(channels.delete(body.value.channelId)).toBe(true);
    if (body.case === "membershipChanged") expect(channels).toContain(body.value.membership?.channelId);
  }
  expect(new Set<string>(await world.channels.channelsOf(person.userId))).toEqual(channels);
}

describe("many at once", () => {
  it("join one channel: no gap in the log, nobody lost or counted twice", async () => {
    const ada = await world.person();
    const { channelId } = await open(ada);
    const people = await world.people(20);
    const joined = await Promise.all(
      [...people, ...people].map((person) => person.api.joinChannel({ channelId })),
    );
    expect(factsIn(await readStream(world.streams, channelId))).toEqual([
      "channelCreated",
      ...Array(21).fill("memberJoined"),
    ]);
    const positions = new Set(joined.map(({ membership }) => membership?.readSeq));
    expect(positions.size).toBe(20);
    await expectLogToAgree(ada, channelId);
    for (const person of people) await expectStreamToAgree(person);
  });

  it("do everything to the same channels without a deadlock or a contradiction", async () => {
    const ada = await world.person("owner");
    const people = await world.people(6);
    const channels = await Promise.all([1, 2, 3].map(() => open(ada)));
    const anyOf = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
    const everybody = [...people, ada].map(({ userId }) => userId);
    const roles = [MemberRole.MEMBER, MemberRole.MODERATOR, MemberRole.ADMIN];
    const expected = new Set(["no refusal", "MEMBER_NOT_FOUND", "PERMISSION_DENIED", "CHANNEL_ARCHIVED"]);
    const actions: ((person: Person, channelId: ChannelId) => Promise<unknown>)[] = [
      (person, channelId) => person.api.joinChannel({ channelId }),
      (person, channelId) => person.api.leaveChannel({ channelId }),
      (person, channelId) => person.api.markRead({ channelId, seq: 1_000n }),
      (person, channelId) => person.api.markUnread({ channelId, seq: 1n }),
      (person, channelId) => person.api.updateChannel({ channelId, topic: freshName() }),
      (_, channelId) =>
        ada.api.addMembers({ channelId, userIds: everybody.toSorted(() => Math.random() - 0.5) }),
      (person, channelId) => ada.api.removeMember({ channelId, userId: person.userId }),
      (person, channelId) => ada.api.setMemberRole({ channelId, userId: person.userId, role: anyOf(roles) }),
      (person) => person.api.openDirect({ userIds: [anyOf(everybody), anyOf(everybody)] }).catch(() => {}),
    ];
    const storm = Array.from({ length: 400 }, () =>
      refusalOf(anyOf(actions)(anyOf(people), anyOf(channels).channelId)),
    );
    for (const outcome of await Promise.all(storm)) expect(expected).toContain(outcome);
    expect(world.reruns()).toBe(0);
    for (const { channelId } of channels) await expectLogToAgree(ada, channelId);
    for (const person of [...people, ada]) await expectStreamToAgree(person);
  });

  it("read, remove and add the same person without waiting for each other in a circle", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    const { userId } = ben;
    const expected = new Set(["no refusal", "MEMBER_NOT_FOUND", "CHANNEL_NOT_FOUND"]);
    for (let round = 0; round < 25; round += 1) {
      const calls = [
        ...[1n, 2n, 3n].map((seq) => ben.api.markUnread({ channelId, seq })),
        ...[1n, 2n, 3n].map((seq) => ben.api.markRead({ channelId, seq })),
        ada.api.removeMember({ channelId, userId }),
        ...[4n, 5n, 6n].map((seq) => ben.api.markRead({ channelId, seq })),
      ];
      for (const outcome of await Promise.all(calls.map(refusalOf))) expect(expected).toContain(outcome);
      await ada.api.addMembers({ channelId, userIds: [userId] });
    }
    expect(world.reruns()).toBe(0);
    await expectLogToAgree(ada, channelId);
    await expectStreamToAgree(ben);
  });

  it("join and leave one private channel's last admins: it always has one", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada, ben, cleo);
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.ADMIN });
    await Promise.all([ada, ben].map((person) => person.api.leaveChannel({ channelId })));
    expect(await world.channels.findRole(channelId, cleo.userId)).toBe("admin");
    await expectLogToAgree(cleo, channelId);
  });
});

describe("a person who is removed while they write", () => {
  /** Writes as a context does that was permitted: the permit counts if its epoch still holds under the lock. */
  async function send({ userId }: Person, channelId: ChannelId): Promise<boolean> {
    const permit = await world.authorizer.permit(userId, "send_message", channelId);
    if (permit === undefined) return false;
    return world.database.transaction(async (tx) => {
      const heads = await world.streams.lock(tx, [channelId]);
      if (heads.get(channelId)?.epoch !== permit.epoch) return false;
      const body = { case: "messagePosted", value: { message: { authorId: userId } } } as const;
      const entry = toBinary(EntrySchema, create(EntrySchema, { actorId: userId, body }));
      await world.streams.append(tx, [{ stream: channelId, entry }]);
      return true;
    });
  }

  it("has nothing in the log after the entry that tells of the removal", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [ada, ben] = await world.pair();
      const { channelId } = await openPrivate(ada, ben);
      const writing = Array.from({ length: 30 }, () => send(ben, channelId));
      await ada.api.removeMember({ channelId, userId: ben.userId });
      const accepted = (await Promise.all(writing)).filter(Boolean).length;
      expect(await send(ben, channelId)).toBe(false);
      const facts = factsIn(await readStream(world.streams, channelId));
      expect(facts.filter((fact) => fact === "messagePosted")).toHaveLength(accepted);
      expect(facts.at(-1)).toBe("memberLeft");
    }
  });

  it("is stopped by an archived channel like everybody else", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    const writing = Array.from({ length: 30 }, () => send(ben, channelId));
    await ada.api.archiveChannel({ channelId });
    await Promise.all(writing);
    expect(factsIn(await readStream(world.streams, channelId)).at(-1)).toBe("channelChanged");
  });
});

describe("what the other contexts may ask", () => {
  it("is answered from the rows as they are", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId, name } = await openPrivate(ada, ben);
    const direct = await openDirect(ada, cleo);
    const { channels } = world;
    expect(await channels.describe(channelId)).toEqual({
      ...{
        id: channelId,
        orgId: world.orgId,
        kind: "private",
        name,
        archived: false,
        closed: false,
        memberCount: 2,
      },
    });
    expect(await channels.membershipsOf(ben.userId)).toEqual([
      { channelId, kind: "private", readSeq: 3n, notificationLevel: "default" },
    ]);
    expect(new Set(await channels.channelsOf(ada.userId))).toEqual(new Set([channelId, direct]));
    expect(await channels.memberIds(channelId, 10)).toEqual([ada.userId, ben.userId].toSorted());
    expect(await channels.memberIds(channelId, 1)).toHaveLength(1);
    expect(await channels.isMember(channelId, ben.userId)).toBe(true);
    expect(await channels.isMember(channelId, cleo.userId)).toBe(false);
    expect(await channels.findRole(channelId, ada.userId)).toBe("admin");
    expect(await channels.findRole(channelId, cleo.userId)).toBeUndefined();
    expect(await channels.sharedWith(cleo.userId)).toEqual(new Set([ada.userId, cleo.userId]));
    expect(await channels.sharedWith((await world.person()).userId)).toEqual(new Set());
  });
});
