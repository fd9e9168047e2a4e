import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind, MemberRole } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { refusalOf } from "../../platform/rpc/testing/refusal.ts";
import { openDirect, openPrivate } from "./testing/open.ts";
import { factsIn, readStream } from "./testing/stream.ts";
import { type ChannelWorld, createChannelWorld } from "./testing/world.ts";

let world: ChannelWorld;
beforeAll(async () => {
  world = await createChannelWorld();
});
afterAll(() => world.close());

describe("a direct conversation", () => {
  it("is one for the same people, whoever opens it and in which order they are named", async () => {
    const [ada, ben, cleo] = await world.trio();
    const first = await openDirect(ada, ben, cleo);
    expect(await openDirect(cleo, ada, ben)).toBe(first);
    expect(await openDirect(ben, ben, cleo, ada)).toBe(first);
    expect(await openDirect(ada, ben)).not.toBe(first);
  });

  it("shows everybody who is in it, and reaches each of them at once", async () => {
    const [ada, ben, cleo] = await world.trio();
    const { channel, membership } = await ada.api.openDirect({ userIds: [ben.userId, cleo.userId] });
    expect(channel).toMatchObject({
      kind: ChannelKind.GROUP_DIRECT,
      name: "",
      memberCount: 3,
      directUserIds: [ada.userId, ben.userId, cleo.userId].toSorted(),
    });
    expect(membership).toMatchObject({ role: MemberRole.MEMBER, readSeq: 4n });
    for (const person of [ada, ben, cleo]) {
      expect(factsIn(await readStream(world.streams, person.userId))).toEqual(["channelAdded"]);
      expect((await person.api.listMyChannels({})).channels).toMatchObject([
        { channel: { id: channel?.id } },
      ]);
    }
  });

  it("with nobody else is for notes to self", async () => {
    const ada = await world.person();
    const channelId = await openDirect(ada);
    expect(await openDirect(ada, ada)).toBe(channelId);
    const { channel } = await ada.api.getChannel({ channelId });
    expect(channel).toMatchObject({ kind: ChannelKind.DIRECT, directUserIds: [ada.userId], memberCount: 1 });
  });

  it("is one where both open it in the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [ada, ben] = await world.pair();
      const opened = await Promise.all([
        openDirect(ada, ben),
        openDirect(ben, ada),
        openDirect(ada, ben),
        openDirect(ben, ada),
      ]);
      expect(new Set(opened).size).toBe(1);
      for (const { userId } of [ada, ben]) {
        expect(factsIn(await readStream(world.streams, userId))).toEqual(["channelAdded"]);
      }
    }
  });

  it("keeps its people, and has no name, topic or roles", async () => {
    const [ada, ben, cleo] = await world.trio();
    const channelId = await openDirect(ada, ben);
    expect(await refusalOf(ada.api.leaveChannel({ channelId }))).toBe("DIRECT_IS_FIXED");
    const add = ada.api.addMembers({ channelId, userIds: [cleo.userId] });
    expect(await refusalOf(add)).toBe("DIRECT_IS_FIXED");
    expect(await refusalOf(ada.api.updateChannel({ channelId, topic: "us" }))).toBe("DIRECT_IS_FIXED");
    // What needs an admin finds none in a direct conversation.
    const needAdmin = [
      ada.api.updateChannel({ channelId, name: "us" }),
      ada.api.archiveChannel({ channelId }),
      ada.api.removeMember({ channelId, userId: ben.userId }),
      ada.api.setMemberRole({ channelId, userId: ada.userId, role: MemberRole.ADMIN }),
    ];
    for (const call of needAdmin) expect(await refusalOf(call)).toBe("PERMISSION_DENIED");
    expect(await refusalOf(cleo.api.getChannel({ channelId }))).toBe("CHANNEL_NOT_FOUND");
  });

  it("cannot be begun with somebody who is gone, but stays readable when they go", async () => {
    const [ada, ben, cleo] = await world.trio();
    const channelId = await openDirect(ada, ben);
    world.deactivate(ben);
    world.deactivate(cleo);
    expect(await openDirect(ada, ben)).toBe(channelId);
    expect(await refusalOf(openDirect(ada, cleo))).toBe("PERSON_NOT_FOUND");
  });

  it("can be opened by a guest only with people who share a channel with them", async () => {
    const [ada, ben] = await world.pair();
    const guest = await world.person("guest");
    await openPrivate(ada, guest);
    await openDirect(guest, ada);
    expect(await refusalOf(openDirect(guest, ben))).toBe("PERSON_NOT_FOUND");
    expect(await refusalOf(openDirect(guest, ada, ben))).toBe("PERSON_NOT_FOUND");
    await openDirect(ben, guest);
    await openDirect(guest, ada, ben);
    await openDirect(guest);
  });
});
