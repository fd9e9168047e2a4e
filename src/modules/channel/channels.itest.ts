import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind, MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { parseId } from "../../kernel/ids.ts";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { freshName, open } from "./testing/open.ts";
import { factsIn, readStream } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
let founder: Person;
beforeAll(async () => {
  world = await createChannelWorld();
  founder = await world.person("owner");
});
afterAll(() => world.close());

describe("creating a channel", () => {
  it("makes the creator its admin, with nothing unread", async () => {
    const ada = await world.person();
    const { channel, membership } = await ada.api.createChannel({
      kind: ChannelKind.PRIVATE,
      name: "größe_1.2-Σ".toLowerCase(),
      topic: "size",
      description: "matters",
    });
    expect(channel).toMatchObject({
      kind: ChannelKind.PRIVATE,
      name: "größe_1.2-σ",
      topic: "size",
      description: "matters",
      archived: false,
      createdBy: ada.userId,
      memberCount: 1,
      directUserIds: [],
    });
    expect(membership).toMatchObject({ channelId: channel?.id, role: MemberRole.ADMIN, readSeq: 2n });
    const log = await readStream(world.streams, parseId("chn", channel?.id ?? ""));
    expect(factsIn(log)).toEqual(["channelCreated", "memberJoined"]);
    expect(log[0]).toMatchObject({ actorId: ada.userId, body: { value: { channel: { memberCount: 0 } } } });
    const [added] = await readStream(world.streams, ada.userId);
    expect(added?.body).toMatchObject({ case: "channelAdded", value: { channel, membership } });
  });

  it("tells the other contexts that it opened and who is in it", async () => {
    const ada = await world.person();
    world.published.length = 0;
    const { channelId } = await open(ada);
    expect(world.published).toMatchObject([
      { type: "chatter.channel.events.v1.ChannelOpened", payload: { channel: { id: channelId } } },
      { type: "chatter.channel.events.v1.MembersAdded", payload: { channelId, userIds: [ada.userId] } },
    ]);
  });

  it.each(["General", "two words", "#hash", "a/b", "at@home", "", "x".repeat(81), "emoji🎉"])(
    "refuses the name %j",
    async (name) => {
      const call = founder.api.createChannel({ kind: ChannelKind.PUBLIC, name });
      expect(await refusalOf(call)).toBe("INVALID_ARGUMENT");
    },
  );

  it("refuses text that cannot be stored, such as NUL, wherever it may stand", async () => {
    const { channelId } = await open(founder);
    const kind = ChannelKind.PUBLIC;
    const pageToken = Buffer.from(`${channelId} a\0`).toString("base64url");
    const calls = [
      founder.api.createChannel({ kind, name: freshName(), topic: "a\0" }),
      founder.api.createChannel({ kind, name: freshName(), description: "\0" }),
      founder.api.updateChannel({ channelId, topic: "\0b" }),
      founder.api.updateChannel({ channelId, description: "a\0b" }),
      founder.api.listChannels({ query: "\0" }),
    ];
    for (const outcome of await Promise.all(calls.map(refusalOf))) expect(outcome).toBe("INVALID_ARGUMENT");
    expect(await refusalOf(founder.api.listChannels({ pageToken }))).toBe("PAGE_TOKEN_MALFORMED");
    await founder.api.updateChannel({ channelId, description: "two\nlines\t🙂" });
  });

  it("gives a name once, however its letters are composed and whoever may see the other channel", async () => {
    const [ada, ben] = await world.pair();
    await open(ada, { kind: ChannelKind.PRIVATE, name: "caf\u00e9" });
    expect(await refusalOf(open(ben, { name: "cafe\u0301" }))).toBe("NAME_TAKEN");
  });

  it("gives a name to one of many who want it at once", async () => {
    const people = await world.people(8);
    const name = freshName();
    const outcomes = await Promise.all(people.map((person) => refusalOf(open(person, { name }))));
    expect(outcomes.toSorted()).toEqual([...Array(7).fill("NAME_TAKEN"), "no refusal"]);
  });

  it("is not for guests", async () => {
    const guest = await world.person("guest");
    expect(await refusalOf(open(guest))).toBe("PERMISSION_DENIED");
  });
});

describe("finding channels", () => {
  it("pages through the public ones by name, and finds by a part of it", async () => {
    const ada = await world.person();
    const names = ["zoo-b", "zoo-a", "zoo-é", "zoo-c", "zoo-d"];
    for (const name of names) await open(ada, { name });
    await open(ada, { kind: ChannelKind.PRIVATE, name: "zoo-hidden" });

    const seen: string[] = [];
    let pageToken = "";
    do {
      const page = await ada.api.listChannels({ query: " ZOO-", pageSize: 2, pageToken });
      expect(page.channels.length).toBeLessThanOrEqual(2);
      seen.push(...page.channels.map(({ name }) => name));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(seen).toEqual(["zoo-a", "zoo-b", "zoo-c", "zoo-d", "zoo-é"]);
  });

  it("takes what a person types for letters, not for a pattern", async () => {
    const ada = await world.person();
    await open(ada, { name: "literal_x" });
    const find = async (query: string) => (await ada.api.listChannels({ query })).channels.map((c) => c.name);
    expect(await find("literal_")).toEqual(["literal_x"]);
    expect(await find("literal%")).toEqual([]);
  });

  it("leaves archived channels out unless they are asked for", async () => {
    const { channelId, name } = await open(founder);
    await founder.api.archiveChannel({ channelId });
    const find = async (includeArchived: boolean) =>
      (await founder.api.listChannels({ query: name, includeArchived })).channels.length;
    expect([await find(false), await find(true)]).toEqual([0, 1]);
  });

  it.each(["nonsense", "usr_2", Buffer.from("chn_x name").toString("base64url")])(
    "refuses the page token %j",
    async (pageToken) => {
      expect(await refusalOf(founder.api.listChannels({ pageToken }))).toBe("PAGE_TOKEN_MALFORMED");
    },
  );

  it("is not for guests, who see only where they are members", async () => {
    const guest = await world.person("guest");
    const { channelId } = await open(founder);
    expect(await refusalOf(guest.api.listChannels({}))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(guest.api.getChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    expect(await refusalOf(guest.api.joinChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
    await founder.api.addMembers({ channelId, userIds: [guest.userId] });
    expect((await guest.api.getChannel({ channelId })).membership?.role).toBe(MemberRole.MEMBER);
  });

  it("shows a public channel to who is not in it, and a private one to nobody else", async () => {
    const [ada, ben] = await world.pair();
    const pub = await open(ada);
    const priv = await open(ada, { kind: ChannelKind.PRIVATE });
    const seen = await ben.api.getChannel(pub);
    expect(seen.channel?.id).toBe(pub.channelId);
    expect(seen.membership).toBeUndefined();
    expect(await refusalOf(ben.api.getChannel(priv))).toBe("CHANNEL_NOT_FOUND");
    expect(await refusalOf(ben.api.listMembers(priv))).toBe("CHANNEL_NOT_FOUND");
    expect(await refusalOf(ben.api.leaveChannel(priv))).toBe("CHANNEL_NOT_FOUND");
  });
});

describe("changing a channel", () => {
  it("lets everybody in it set the topic, and only its admins the rest", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await open(ada);
    await ben.api.joinChannel({ channelId });
    const { channel } = await ben.api.updateChannel({ channelId, topic: "lunch" });
    expect(channel?.topic).toBe("lunch");
    expect(await refusalOf(cleo.api.updateChannel({ channelId, topic: "mine" }))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(ben.api.updateChannel({ channelId, name: "mine" }))).toBe("PERMISSION_DENIED");
    const renamed = await ada.api.updateChannel({ channelId, name: freshName(), description: "new" });
    expect(renamed.channel).toMatchObject({ topic: "lunch", description: "new", memberCount: 2 });
    const log = await readStream(world.streams, channelId);
    expect(log.at(-1)?.body).toMatchObject({ case: "channelChanged", value: { channel: renamed.channel } });
  });

  it("writes nothing where nothing changes", async () => {
    const { channelId, name } = await open(founder);
    await founder.api.updateChannel({ channelId, name, topic: "" });
    expect(await readStream(world.streams, channelId)).toHaveLength(2);
  });

  it("refuses a name that another channel has, also where two want each other's at once", async () => {
    const [first, second] = [await open(founder), await open(founder)];
    expect(await refusalOf(founder.api.updateChannel({ ...first, name: second.name }))).toBe("NAME_TAKEN");
    const swapped = await Promise.all([
      refusalOf(founder.api.updateChannel({ ...first, name: second.name })),
      refusalOf(founder.api.updateChannel({ ...second, name: first.name })),
    ]);
    expect(swapped).toEqual(["NAME_TAKEN", "NAME_TAKEN"]);
  });

  it("lets the organisation's owner manage a public channel without being in it", async () => {
    const ada = await world.person();
    const { channelId } = await open(ada);
    const { channel } = await founder.api.updateChannel({ channelId, name: freshName() });
    expect(channel?.memberCount).toBe(1);
  });
});

describe("archiving", () => {
  it("keeps a channel readable and closes it for everything new", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channelId } = await open(ada);
    await ben.api.joinChannel({ channelId });
    await ada.api.archiveChannel({ channelId });
    expect((await cleo.api.getChannel({ channelId })).channel?.archived).toBe(true);
    const role = { channelId, userId: ben.userId, role: MemberRole.ADMIN };
    expect(await refusalOf(cleo.api.joinChannel({ channelId }))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(ben.api.updateChannel({ channelId, topic: "x" }))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(ada.api.updateChannel({ channelId, name: "x" }))).toBe("CHANNEL_ARCHIVED");
    expect(await refusalOf(ada.api.setMemberRole(role))).toBe("CHANNEL_ARCHIVED");
    expect(await world.authorizer.permit(ben.userId, "send_message", channelId)).toBeUndefined();
    await ben.api.leaveChannel({ channelId });
  });

  it("can be taken back, once, with an entry and an event for each", async () => {
    const { channelId } = await open(founder);
    world.published.length = 0;
    for (const _ of [1, 2]) await founder.api.archiveChannel({ channelId });
    for (const _ of [1, 2]) await founder.api.unarchiveChannel({ channelId });
    const log = await readStream(world.streams, channelId);
    expect(factsIn(log).slice(2)).toEqual(["channelChanged", "channelChanged"]);
    expect(world.published).toMatchObject([
      { type: "chatter.channel.events.v1.ChannelArchived", payload: { channelId, archived: true } },
      { type: "chatter.channel.events.v1.ChannelArchived", payload: { channelId } },
    ]);
    await founder.api.updateChannel({ channelId, topic: "open again" });
  });

  it("sets the name free, and refuses to open again while another channel has it", async () => {
    const first = await open(founder);
    await founder.api.archiveChannel(first);
    await open(founder, { name: first.name });
    expect(await refusalOf(founder.api.unarchiveChannel(first))).toBe("NAME_TAKEN");
  });

  it("is not for plain members", async () => {
    const [ada, ben] = await world.pair();
    const { channelId } = await open(ada);
    await ben.api.joinChannel({ channelId });
    expect(await refusalOf(ben.api.archiveChannel({ channelId }))).toBe("PERMISSION_DENIED");
  });
});
