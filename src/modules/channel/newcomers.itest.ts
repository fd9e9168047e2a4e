import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
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
});
