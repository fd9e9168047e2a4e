import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind, MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { open, openPrivate } from "./testing/open.ts";
import { factsIn, readStream, replayMembers } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
beforeAll(async () => {
  world = await createChannelWorld();
});
afterAll(() => world.close());

const rolesIn = async (person: Person, channelId: string) => {
  const { members } = await person.api.listMembers({ channelId });
  return Object.fromEntries(members.map(({ userId, role }) => [userId, MemberRole[role].toLowerCase()]));
};

describe("joining a public channel", () => {
  it("begins at the end of the log, with nothing unread and everything to scroll back to", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    for (const topic of ["one", "two", "three"]) await ada.api.updateChannel({ channelId, topic });
    const { channel, membership } = await ben.api.joinChannel({ channelId });
    expect(channel?.memberCount).toBe(2);
    expect(membership).toMatchObject({ role: MemberRole.MEMBER, readSeq: 6n, starred: false });
    const log = await readStream(world.streams, channelId);
    expect(log[5]?.body).toMatchObject({ case: "memberJoined", value: { userId: ben.userId, addedBy: "" } });
    expect(log).toHaveLength(6);
    const personal = await readStream(world.streams, ben.userId);
    expect(personal.map(({ body }) => body)).toMatchObject([
      { case: "channelAdded", value: { channel, membership } },
    ]);
    expect(await world.authorizer.permit(ben.userId, "send_message", channelId)).toBeDefined();
  });

  it("changes nothing for who is in it already", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    await ben.api.joinChannel({ channelId });
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.MODERATOR });
    const { channel, membership } = await ben.api.joinChannel({ channelId });
    expect(channel?.memberCount).toBe(2);
    expect(membership?.role).toBe(MemberRole.MODERATOR);
    expect(factsIn(await readStream(world.streams, channelId)).at(-1)).toBe("memberRoleChanged");
  });

  it("is not possible for a private channel, even for who knows its id", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada);
    expect(await refusalOf(ben.api.joinChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
  });
});

describe("adding people", () => {
  it("adds a hundred in one transaction: an entry each, none unread, one event", async () => {
    const ada = await world.person();
    const { channelId } = await openPrivate(ada);
    const people = await world.people(100);
    const userIds = people.map(({ userId }) => userId);
    world.published.length = 0;
    await ada.api.addMembers({ channelId, userIds });

    const log = await readStream(world.streams, channelId);
    expect(log).toHaveLength(102);
    expect(log.slice(2).map(({ body }) => body)).toMatchObject(
      userIds.map((userId) => ({ case: "memberJoined", value: { userId, addedBy: ada.userId } })),
    );
    const { channels } = (await people[99]?.api.listMyChannels({})) ?? { channels: [] };
    expect(channels).toMatchObject([{ channel: { memberCount: 101 }, membership: { readSeq: 102n } }]);
    expect(world.published).toMatchObject([
      { type: "chatter.channel.events.v1.MembersAdded", payload: { channelId, userIds } },
    ]);
  });

  it("leaves those alone who are members already", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada, ben);
    await ada.api.addMembers({ channelId, userIds: [ada.userId, ben.userId, cleo.userId] });
    await ada.api.addMembers({ channelId, userIds: [cleo.userId] });
    expect(await rolesIn(ada, channelId)).toEqual({
      [ada.userId]: "admin",
      [ben.userId]: "member",
      [cleo.userId]: "member",
    });
    expect(await readStream(world.streams, channelId)).toHaveLength(4);
  });

  it("refuses all where one is not there or no longer active", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada);
    world.deactivate(cleo);
    const call = ada.api.addMembers({ channelId, userIds: [ben.userId, cleo.userId] });
    expect(await refusalOf(call)).toBe("PERSON_NOT_FOUND");
    expect(Object.keys(await rolesIn(ada, channelId))).toEqual([ada.userId]);
  });

  it("lets a guest add only people with whom they share a channel", async () => {
    const [ada, ben] = await world.pair();
    const guest = await world.person("guest");
    const { channelId } = await openPrivate(ada, guest);
    const add = () => guest.api.addMembers({ channelId, userIds: [ben.userId] });
    expect(await refusalOf(add())).toBe("PERSON_NOT_FOUND");
    await openPrivate(ada, guest, ben);
    await add();
  });

  it("is for members", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    const call = ben.api.addMembers({ channelId, userIds: [ben.userId] });
    expect(await refusalOf(call)).toBe("PERMISSION_DENIED");
  });
});

describe("leaving and removing", () => {
  it("ends every right at once, and tells log, person and other contexts", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    const permit = await world.authorizer.permit(ben.userId, "send_message", channelId);
    world.published.length = 0;
    await ada.api.removeMember({ channelId, userId: ben.userId });

    expect(await world.authorizer.permit(ben.userId, "send_message", channelId, "fresh")).toBeUndefined();
    const heads = await world.streams.heads([channelId]);
    expect(heads.get(channelId)?.epoch).toBeGreaterThan(permit?.epoch ?? 0n);
    expect(await refusalOf(ben.api.getChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    expect((await ben.api.listMyChannels({})).channels).toEqual([]);
    const log = await readStream(world.streams, channelId);
    const left = { userId: ben.userId, removedBy: ada.userId };
    expect(log.at(-1)?.body).toMatchObject({ case: "memberLeft", value: left });
    const personal = await readStream(world.streams, ben.userId);
    expect(personal.at(-1)?.body).toMatchObject({ case: "channelRemoved", value: { channelId } });
    expect(world.published).toMatchObject([
      { type: "chatter.channel.events.v1.MemberRemoved", payload: { channelId, userId: ben.userId } },
    ]);
  });

  it("names nobody as remover where a person leaves by themselves", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    await ben.api.joinChannel({ channelId });
    await ben.api.leaveChannel({ channelId });
    const log = await readStream(world.streams, channelId);
    expect(log.at(-1)?.body).toMatchObject({ case: "memberLeft", value: { removedBy: "" } });
    expect((await ada.api.getChannel({ channelId })).channel?.memberCount).toBe(1);
    expect(await refusalOf(ben.api.leaveChannel({ channelId }))).toBe("MEMBER_NOT_FOUND");
  });

  it("starts a person who comes back at the end of the log again", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    await ada.api.removeMember({ channelId, userId: ben.userId });
    await ada.api.updateChannel({ channelId, topic: "without ben" });
    await ada.api.addMembers({ channelId, userIds: [ben.userId] });
    const { membership } = await ben.api.getChannel({ channelId });
    expect(membership?.readSeq).toBe(6n);
    expect(await world.authorizer.permit(ben.userId, "send_message", channelId)).toBeDefined();
  });

  it("is for those who manage the channel", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada, ben, cleo);
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.MODERATOR });
    const call = ben.api.removeMember({ channelId, userId: cleo.userId });
    expect(await refusalOf(call)).toBe("PERMISSION_DENIED");
  });

  it("hands a private channel to the longest-standing moderator, else member", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada);
    await ada.api.addMembers({ channelId, userIds: [ben.userId] });
    await ada.api.addMembers({ channelId, userIds: [cleo.userId] });
    await ada.api.setMemberRole({ channelId, userId: cleo.userId, role: MemberRole.MODERATOR });
    await ada.api.leaveChannel({ channelId });
    expect(await rolesIn(ben, channelId)).toEqual({ [ben.userId]: "member", [cleo.userId]: "admin" });
    const log = await readStream(world.streams, channelId);
    expect(factsIn(log).slice(-2)).toEqual(["memberLeft", "memberRoleChanged"]);
    expect(factsIn(await readStream(world.streams, cleo.userId)).at(-1)).toBe("membershipChanged");
    await cleo.api.leaveChannel({ channelId });
    expect(await rolesIn(ben, channelId)).toEqual({ [ben.userId]: "admin" });
    await ben.api.updateChannel({ channelId, description: "mine now" });
  });

  it("archives a private channel when the last person leaves, and sets its name free", async () => {
    const [ada, ben] = await world.pair();
    const { channelId, name } = await openPrivate(ada);
    await ada.api.leaveChannel({ channelId });
    expect(await world.channels.describe(channelId)).toMatchObject({ archived: true, memberCount: 0 });
    await open(ben, { name });
  });

  it("leaves a public channel open, which the organisation's own admins manage", async () => {
    const ada = await world.person();
    const { channelId } = await open(ada);
    await ada.api.leaveChannel({ channelId });
    expect((await ada.api.getChannel({ channelId })).channel).toMatchObject({
      kind: ChannelKind.PUBLIC,
      archived: false,
      memberCount: 0,
    });
  });
});

describe("a person whose right ended on another server a moment ago", () => {
  it("can write nothing more into the log, whatever this server still remembers", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await openPrivate(ada, ben, cleo);
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.ADMIN });
    const there = world.elsewhere(ben);
    await there.updateChannel({ channelId, name: `renamed-${channelId.toLowerCase()}` });
    await there.updateChannel({ channelId, topic: "last words" });
    await there.addMembers({ channelId, userIds: [cleo.userId] });

    await ada.api.removeMember({ channelId, userId: ben.userId });
    const calls = [
      there.addMembers({ channelId, userIds: [ben.userId] }),
      there.updateChannel({ channelId, topic: "more" }),
      there.updateChannel({ channelId, name: "mine" }),
      there.archiveChannel({ channelId }),
      there.removeMember({ channelId, userId: ada.userId }),
      there.setMemberRole({ channelId, userId: ada.userId, role: MemberRole.MEMBER }),
    ];
    const outcomes = await Promise.all(calls.map(refusalOf));
    expect(outcomes).toContain("RIGHT_LOST");
    // By then this server has learned it too.
    for (const outcome of outcomes) expect(["RIGHT_LOST", "CHANNEL_NOT_FOUND"]).toContain(outcome);
    expect(factsIn(await readStream(world.streams, channelId)).at(-1)).toBe("memberLeft");
  });
});

describe("roles", () => {
  it("fences the channel when somebody's role is lowered, not when it is raised", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    const epochAfter = async (role: MemberRole) => {
      await ada.api.setMemberRole({ channelId, userId: ben.userId, role });
      return (await world.streams.heads([channelId])).get(channelId)?.epoch;
    };
    expect(await epochAfter(MemberRole.MODERATOR)).toBe(0n);
    expect(await world.authorizer.permit(ben.userId, "delete_message", channelId)).toBeDefined();
    expect(await epochAfter(MemberRole.MEMBER)).toBe(1n);
    expect(await world.authorizer.permit(ben.userId, "delete_message", channelId)).toBeUndefined();
    expect(await world.authorizer.permit(ben.userId, "send_message", channelId)).toBeDefined();
    const personal = await readStream(world.streams, ben.userId);
    expect(personal.at(-1)?.body).toMatchObject({
      case: "membershipChanged",
      value: { membership: { channelId, role: MemberRole.MEMBER } },
    });
  });

  it("keeps a private channel from losing its last admin", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    const lower = () => ada.api.setMemberRole({ channelId, userId: ada.userId, role: MemberRole.MEMBER });
    expect(await refusalOf(lower())).toBe("LAST_ADMIN");
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.ADMIN });
    await lower();
    expect(await rolesIn(ada, channelId)).toEqual({ [ada.userId]: "member", [ben.userId]: "admin" });
  });

  it("writes nothing where the person has the role already", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await openPrivate(ada, ben);
    await ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.MEMBER });
    expect(await readStream(world.streams, channelId)).toHaveLength(3);
  });

  it("cannot be given to who is not a member", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    const call = ada.api.setMemberRole({ channelId, userId: ben.userId, role: MemberRole.ADMIN });
    expect(await refusalOf(call)).toBe("MEMBER_NOT_FOUND");
  });
});

describe("the list of members", () => {
  it("comes in pages and agrees with the log", async () => {
    const ada = await world.person();
    const { channelId } = await openPrivate(ada, ...(await world.people(7)));
    const seen: [string, string][] = [];
    let pageToken = "";
    do {
      const page = await ada.api.listMembers({ channelId, pageSize: 3, pageToken });
      seen.push(...page.members.map((m): [string, string] => [m.userId, MemberRole[m.role].toLowerCase()]));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(seen).toHaveLength(8);
    expect(new Map(seen)).toEqual(replayMembers(await readStream(world.streams, channelId)));
    const call = ada.api.listMembers({ channelId, pageToken: "chn_1" });
    expect(await refusalOf(call)).toBe("PAGE_TOKEN_MALFORMED");
  });
});
