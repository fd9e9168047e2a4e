import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ChannelKind, MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { factsIn, readStream } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld, type Person } from "./testing/world.ts";

let world: ChannelWorld;
beforeEach(async () => {
  world = await createChannelWorld();
});
afterEach(() => world.close());

const namesOf = async (person: Person) =>
  (await person.api.listMyChannels({})).channels.map(({ channel }) => channel?.name ?? "").toSorted();

describe("somebody who arrives", () => {
  it("opens the default channels as the founder, with a welcome", async () => {
    const founder = await world.person("owner");
    await world.arrive(founder, { founder: true });
    const { channels } = await founder.api.listMyChannels({});
    expect(await namesOf(founder)).toEqual(["general", "random"]);
    expect(channels.map(({ membership }) => membership?.role)).toEqual([MemberRole.ADMIN, MemberRole.ADMIN]);
    const general = channels.find(({ channel }) => channel?.name === "general");
    expect(general?.channel?.topic).toContain("Welcome");
  });

  it("joins the default channels there are, under whatever name", async () => {
    const [founder, ada] = [await world.person("owner"), await world.person()];
    await world.arrive(founder, { founder: true });
    const { channels } = await founder.api.listChannels({ query: "general" });
    await founder.api.updateChannel({ channelId: channels[0]?.id ?? "", name: "lobby" });
    await world.arrive(ada);
    expect(await namesOf(ada)).toEqual(["lobby", "random"]);
    expect(factsIn(await readStream(world.streams, ada.userId))).toEqual(["channelAdded", "channelAdded"]);
  });

  it("is told twice without a second effect", async () => {
    const [founder, ada] = [await world.person("owner"), await world.person()];
    for (const _ of [1, 2]) await world.arrive(founder, { founder: true });
    for (const _ of [1, 2]) await world.arrive(ada);
    for (const person of [founder, ada]) {
      expect(await namesOf(person)).toEqual(["general", "random"]);
      expect(factsIn(await readStream(world.streams, person.userId))).toHaveLength(2);
    }
  });

  it("does not join a default channel that was archived", async () => {
    const [founder, ada] = [await world.person("owner"), await world.person()];
    await world.arrive(founder, { founder: true });
    const { channels } = await founder.api.listChannels({ query: "random" });
    await founder.api.archiveChannel({ channelId: channels[0]?.id ?? "" });
    await world.arrive(ada);
    expect(await namesOf(ada)).toEqual(["general"]);
  });

  it("as a guest joins nothing", async () => {
    const [founder, guest] = [await world.person("owner"), await world.person("guest")];
    await world.arrive(guest, { guest: true });
    await world.arrive(founder, { founder: true });
    await world.arrive(guest, { guest: true });
    expect(await namesOf(guest)).toEqual([]);
  });

  it("before the founder's arrival is handled shares the same channels with them", async () => {
    const [founder, ...others] = [await world.person("owner"), ...(await world.people(5))];
    await Promise.all([...others, founder].map((one) => world.arrive(one, { founder: one === founder })));
    for (const person of [founder, ...others]) expect(await namesOf(person)).toEqual(["general", "random"]);
    const { channels } = await founder.api.listChannels({});
    expect(channels.map(({ name, memberCount }) => [name, memberCount])).toEqual([
      ["general", 6],
      ["random", 6],
    ]);
  });

  it("joins what those who manage the organisation have chosen, and what they have taken back no more", async () => {
    const [founder, ada, byron] = [await world.person("owner"), ...(await world.people(2))];
    await world.arrive(founder, { founder: true });
    const random = (await founder.api.listChannels({ query: "random" })).channels[0]?.id ?? "";
    const { channel } = await founder.api.createChannel({ kind: ChannelKind.PUBLIC, name: "news" });
    const news = channel?.id ?? "";
    const set = async (channelId: string, isDefault: boolean) =>
      (await founder.api.setDefaultChannel({ channelId, isDefault })).channel?.isDefault;
    expect(await set(news, true)).toBe(true);
    if (ada) await world.arrive(ada);
    expect(await set(random, false)).toBe(false);
    if (byron) await world.arrive(byron);
    expect(ada && (await namesOf(ada))).toEqual(["general", "news", "random"]);
    expect(byron && (await namesOf(byron))).toEqual(["general", "news"]);
  });

  it("always comes somewhere, which is public, and is chosen by who manages the organisation", async () => {
    const [founder, ada] = [await world.person("owner"), await world.person()];
    await world.arrive(founder, { founder: true });
    await world.arrive(ada);
    const ids = (await founder.api.listChannels({})).channels.map(({ id }) => id);
    const set = (channelId: string, isDefault: boolean, by = founder) =>
      refusalOf(by.api.setDefaultChannel({ channelId, isDefault }));
    const [general = "", random = ""] = ids;
    expect(await set(general, false, ada)).toBe("PERMISSION_DENIED");
    const both = await Promise.all([set(general, false), set(random, false)]);
    expect(both.toSorted()).toEqual(["LAST_DEFAULT_CHANNEL", "no refusal"]);
    const { channel } = await founder.api.createChannel({ kind: ChannelKind.PRIVATE, name: "board" });
    expect(await set(channel?.id ?? "", true)).toBe("CHANNEL_NOT_PUBLIC");
    const { channel: hers } = await ada.api.createChannel({ kind: ChannelKind.PRIVATE, name: "diary" });
    expect(await set(hers?.id ?? "", true)).toBe("CHANNEL_NOT_FOUND");
  });
});
