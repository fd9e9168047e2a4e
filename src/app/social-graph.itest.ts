import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { refusalOf } from "../platform/rpc/testing/refusal.ts";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

interface Person {
  readonly id: string;
  readonly api: ApiClient;
}

let program: ServedProgram;
let owner: Person;
let others = 0;

beforeAll(async () => {
  program = await serveProgram({ rateLimit: { perSecond: 10_000, burst: 10_000 } });
  owner = await join("owner");
});
afterAll(() => program.stop());

async function join(name = `person${(others += 1)}`): Promise<Person> {
  const wish = { email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" };
  const { account, sessionToken } = await createApiClient(program.url).auth.register(wish);
  return { id: account?.userId ?? "", api: createApiClient(program.url, sessionToken) };
}

const pair = () => Promise.all([join(), join()]);

const say = ({ api }: Person, channelId: string, text = "hello") =>
  api.message.sendMessage({ channelId, clientId: crypto.randomUUID(), text });

async function directOf({ api }: Person, other: Person) {
  const { channel } = await api.channel.openDirect({ userIds: [other.id] });
  return channel?.id ?? "";
}

const mentionsIn = async ({ api }: Person, channelId: string) =>
  (await api.message.listUnread({})).channels.find((one) => one.channelId === channelId)?.mentions;

const circleOf = ({ api }: Person) => api.contacts.getCircle({});

async function newGroup(handle: string, ...people: readonly Person[]) {
  const { group } = await owner.api.groups.createGroup({ handle, name: handle });
  const groupId = group?.id ?? "";
  const userIds = people.map(({ id }) => id);
  if (userIds.length > 0) await owner.api.groups.addGroupMembers({ groupId, userIds });
  return groupId;
}

async function newChannel(name: string, kind = ChannelKind.PRIVATE) {
  const { channel } = await owner.api.channel.createChannel({ kind, name });
  return channel?.id ?? "";
}

describe("blocking", () => {
  it("ends writing in a conversation, for both and with a reason that tells of nobody's act", async () => {
    const [ada, bob] = await pair();
    const channelId = await directOf(ada, bob);
    await say(bob, channelId);
    await ada.api.contacts.blockPerson({ userId: bob.id });
    for (const person of [ada, bob]) {
      expect(await refusalOf(say(person, channelId))).toBe("PERSON_UNREACHABLE");
      const { channel } = await person.api.channel.getChannel({ channelId });
      expect(channel?.closed).toBe(true);
    }
    const { messages } = await bob.api.message.listMessages({ channelId });
    expect(messages).toHaveLength(1);
    expect(await refusalOf(say(owner, channelId))).not.toBe("PERSON_UNREACHABLE");
  });

  it("keeps conversations from beginning, and lets them go on when it ends", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.blockPerson({ userId: bob.id });
    expect(await refusalOf(directOf(bob, ada))).toBe("PERSON_UNREACHABLE");
    expect(await refusalOf(directOf(ada, bob))).toBe("PERSON_UNREACHABLE");
    await bob.api.contacts.blockPerson({ userId: ada.id });
    await ada.api.contacts.unblockPerson({ userId: bob.id });
    expect(await refusalOf(directOf(ada, bob))).toBe("PERSON_UNREACHABLE");
    await bob.api.contacts.unblockPerson({ userId: ada.id });
    await say(ada, await directOf(bob, ada));
  });

  it("makes mentions of each other none, and leaves channels and larger conversations open", async () => {
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const { channel } = await ada.api.channel.openDirect({ userIds: [bob.id, cleo.id] });
    const channelId = channel?.id ?? "";
    await ada.api.contacts.blockPerson({ userId: bob.id });
    await say(bob, channelId, `<@${ada.id}> and <!channel>`);
    expect(await mentionsIn(ada, channelId)).toBe(0);
    expect(await mentionsIn(cleo, channelId)).toBe(1);
    await say(ada, channelId, `<@${bob.id}>`);
    expect(await mentionsIn(bob, channelId)).toBe(0);
  });

  it("tells only the one who blocked whom they blocked", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.blockPerson({ userId: bob.id });
    expect(await circleOf(ada)).toMatchObject({ blockedIds: [bob.id], apartIds: [bob.id] });
    expect(await circleOf(bob)).toMatchObject({ blockedIds: [], apartIds: [ada.id] });
    expect(await refusalOf(ada.api.contacts.blockPerson({ userId: ada.id }))).toBe("BLOCK_YOURSELF");
  });
});

describe("contacts", () => {
  it("are who was asked and accepted, until one of them removes the other", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.requestContact({ userId: bob.id, note: "From the fair" });
    expect((await circleOf(bob)).received).toMatchObject([{ userId: ada.id, note: "From the fair" }]);
    expect((await circleOf(ada)).sent).toMatchObject([{ userId: bob.id }]);
    await bob.api.contacts.answerRequest({ userId: ada.id, accept: true });
    expect(await circleOf(ada)).toMatchObject({ contactIds: [bob.id], sent: [] });
    expect(await circleOf(bob)).toMatchObject({ contactIds: [ada.id], received: [] });
    await bob.api.contacts.removeContact({ userId: ada.id });
    expect(await circleOf(ada)).toMatchObject({ contactIds: [] });
  });

  it("are two who asked each other", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.requestContact({ userId: bob.id });
    await bob.api.contacts.requestContact({ userId: ada.id });
    expect(await circleOf(ada)).toMatchObject({ contactIds: [bob.id], sent: [], received: [] });
  });

  it("are not asked again at once after a no, or after one took it back", async () => {
    const [ada, bob] = await pair();
    const ask = () => ada.api.contacts.requestContact({ userId: bob.id });
    await ask();
    await ask();
    await bob.api.contacts.answerRequest({ userId: ada.id, accept: false });
    expect(await refusalOf(ask())).toBe("REQUESTED_LATELY");
    expect(await refusalOf(ada.api.contacts.withdrawRequest({ userId: bob.id }))).toBe("REQUEST_NOT_FOUND");
    await bob.api.contacts.requestContact({ userId: ada.id });
    await bob.api.contacts.withdrawRequest({ userId: ada.id });
    expect((await circleOf(ada)).received).toEqual([]);
    expect(await refusalOf(bob.api.contacts.requestContact({ userId: ada.id }))).toBe("REQUESTED_LATELY");
  });

  it("are asked in vain by somebody who is blocked, who is not told so", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.blockPerson({ userId: bob.id });
    await bob.api.contacts.requestContact({ userId: ada.id });
    expect((await circleOf(bob)).sent).toMatchObject([{ userId: ada.id }]);
    expect((await circleOf(ada)).received).toEqual([]);
    expect(await refusalOf(ada.api.contacts.requestContact({ userId: bob.id }))).toBe("PERSON_BLOCKED");
  });

  it("end with a block", async () => {
    const [ada, bob] = await pair();
    await ada.api.contacts.requestContact({ userId: bob.id });
    await bob.api.contacts.requestContact({ userId: ada.id });
    await ada.api.contacts.blockPerson({ userId: bob.id });
    expect((await circleOf(bob)).contactIds).toEqual([]);
  });
});

describe("a group", () => {
  it("has a handle that no person and no other group has, and none gets it after", async () => {
    const ada = await join("handleholder");
    expect(await refusalOf(newGroup("handleholder"))).toBe("HANDLE_TAKEN");
    await newGroup("kitchen");
    expect(await refusalOf(newGroup("kitchen"))).toBe("HANDLE_TAKEN");
    expect(await refusalOf(ada.api.user.updateProfile({ handle: "kitchen" }))).toBe("HANDLE_TAKEN");
    const cook = await join("kitchen");
    const { users } = await cook.api.user.getUsers({ userIds: [cook.id] });
    expect(users[0]?.handle).toBe("kitchen2");
  });

  it("is changed by those who manage the organisation alone", async () => {
    const ada = await join();
    const groupId = await newGroup("garden", ada);
    const attempt = ada.api.groups.addGroupMembers({ groupId, userIds: [ada.id] });
    expect(await refusalOf(attempt)).toBe("PERMISSION_DENIED");
    expect(await refusalOf(ada.api.groups.createGroup({ handle: "mine", name: "Mine" }))).toBe(
      "PERMISSION_DENIED",
    );
    await owner.api.groups.updateGroup({ groupId, name: "The garden" });
    const { groups } = await ada.api.groups.listGroups({});
    expect(groups.find(({ id }) => id === groupId)).toMatchObject({
      ...{ handle: "garden", name: "The garden", memberCount: 1, mine: true },
    });
  });

  it("is called by its handle: everybody in it and in the channel, as it is when they look", async () => {
    const [ada, bob] = await pair();
    const groupId = await newGroup("brass", ada);
    const channelId = await newChannel("orchestra", ChannelKind.PUBLIC);
    for (const { api } of [ada, bob]) await api.channel.joinChannel({ channelId });
    await say(owner, channelId, `<@${groupId}> please`);
    expect([await mentionsIn(ada, channelId), await mentionsIn(bob, channelId)]).toEqual([1, 0]);
    await owner.api.groups.addGroupMembers({ groupId, userIds: [bob.id] });
    await owner.api.groups.removeGroupMember({ groupId, userId: ada.id });
    expect([await mentionsIn(ada, channelId), await mentionsIn(bob, channelId)]).toEqual([0, 1]);
  });

  it("opens a private channel to its people, and leaving it ends that at once", async () => {
    const [ada, bob] = await pair();
    const groupId = await newGroup("strings", ada);
    const channelId = await newChannel("rehearsals");
    expect(await refusalOf(ada.api.channel.joinChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    await owner.api.channel.setChannelGroups({ channelId, groupIds: [groupId] });
    expect((await ada.api.channel.listChannels({ query: "rehearsals" })).channels).toHaveLength(1);
    expect((await bob.api.channel.listChannels({ query: "rehearsals" })).channels).toHaveLength(0);
    await ada.api.channel.joinChannel({ channelId });
    await say(ada, channelId);
    expect(await refusalOf(bob.api.channel.joinChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    await owner.api.groups.addGroupMembers({ groupId, userIds: [bob.id] });
    await bob.api.channel.joinChannel({ channelId });

    await owner.api.groups.removeGroupMember({ groupId, userId: ada.id });
    expect(await refusalOf(say(ada, channelId))).toBe("CHANNEL_NOT_FOUND");
    expect(await refusalOf(ada.api.channel.getChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    await say(bob, channelId);

    await owner.api.groups.deleteGroup({ groupId });
    expect(await refusalOf(say(bob, channelId))).toBe("CHANNEL_NOT_FOUND");
    const { channel } = await owner.api.channel.getChannel({ channelId });
    expect(channel).toMatchObject({ groupIds: [], memberCount: 1 });
  });

  it("leaves those in a channel who are there in their own right, or by another group", async () => {
    const [ada, bob] = await pair();
    const [one, two] = [await newGroup("flutes", ada, bob), await newGroup("oboes", bob)];
    const channelId = await newChannel("winds");
    await owner.api.channel.addMembers({ channelId, userIds: [ada.id] });
    await owner.api.channel.setChannelGroups({ channelId, groupIds: [one, two] });
    await bob.api.channel.joinChannel({ channelId });
    await owner.api.channel.setChannelGroups({ channelId, groupIds: [two] });
    await Promise.all([say(ada, channelId), say(bob, channelId)]);
    await owner.api.channel.setChannelGroups({ channelId, groupIds: [] });
    expect(await refusalOf(say(bob, channelId))).toBe("CHANNEL_NOT_FOUND");
    await say(ada, channelId);
  });
});

describe("somebody who deletes their account", () => {
  it("is in no group and in nobody's circle any more", async () => {
    const [ada, bob] = await pair();
    const groupId = await newGroup("leavers", ada);
    await ada.api.contacts.requestContact({ userId: bob.id });
    await bob.api.contacts.blockPerson({ userId: ada.id });
    await ada.api.auth.deleteAccount({ password: "a long enough password" });
    await expect.poll(async () => (await circleOf(bob)).apartIds, { timeout: 20_000 }).toEqual([]);
    expect((await owner.api.groups.listGroupMembers({ groupId })).userIds).toEqual([]);
  });
});
