import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotificationLevel } from "../../gen/chatter/channel/v1/channel_pb.js";
import { Cause, Hold } from "../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { about, at, createInboxWorld, notAbout, of, say } from "./testing/inbox-world.ts";

let world: Awaited<ReturnType<typeof createInboxWorld>>;
beforeAll(async () => {
  world = await createInboxWorld();
});
afterAll(() => world.close());

describe("somebody is told", () => {
  it("that they were called, and by which name; who said it is not", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob, cleo);
    const byName = await say(ada, channelId, `Look, ${at(bob)}`);
    const all = await say(ada, channelId, "<!channel> and all");
    const heard = await bob.told(about(all));
    expect(heard).toMatchObject([
      { cause: Cause.INVITATION, channelId, actorId: ada.id, messageId: "" },
      {
        cause: Cause.MENTION,
        detail: "name",
        messageId: byName,
        actorId: ada.id,
        desktop: true,
        listed: true,
      },
      { cause: Cause.MENTION, detail: "channel", messageId: all },
    ]);
    expect(await cleo.told(about(all))).toMatchObject([{ cause: Cause.INVITATION }, { messageId: all }]);
    const last = await say(bob, channelId, `${at(ada)}!`);
    expect(await ada.told(about(last))).toMatchObject([{ messageId: last }]);
  });

  it("of replies in threads they began or wrote in, and of what is said in direct conversations", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob, cleo);
    const threadRootId = await say(ada, channelId, "A question");
    const first = await say(bob, channelId, "An answer", threadRootId);
    const second = await say(cleo, channelId, "Another", threadRootId);
    expect((await ada.told(about(second))).filter(({ cause }) => cause === Cause.REPLY)).toMatchObject([
      { messageId: first, detail: "started", threadRootId },
      { messageId: second, detail: "started", threadRootId },
    ]);
    expect((await bob.told(about(second))).at(-1)).toMatchObject({ cause: Cause.REPLY, detail: "wrote" });
    const { channel } = await ada.api.channel.openDirect({ userIds: [bob.id] });
    const direct = await say(ada, channel?.id ?? "", "Just for you");
    expect((await bob.told(about(direct))).at(-1)).toMatchObject({ cause: Cause.DIRECT, listed: false });
  });

  it("of everything where they want that, and of nothing but in silence where they want nothing", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob, cleo);
    await bob.api.channel.updateMembership({ channelId, notificationLevel: NotificationLevel.EVERYTHING });
    await cleo.api.channel.updateMembership({ channelId, notificationLevel: NotificationLevel.NOTHING });
    const plain = await say(ada, channelId, "Just saying");
    expect((await bob.told(about(plain))).at(-1)).toMatchObject({
      ...{ cause: Cause.MESSAGE, detail: "channel", listed: false, desktop: true },
    });
    const all = await say(ada, channelId, "<!channel>");
    const named = await say(ada, channelId, at(cleo));
    const heard = await cleo.told(about(named));
    expect(heard.at(-1)).toMatchObject({ listed: true, desktop: false, held: Hold.LEVEL });
    expect(heard.map(({ messageId }) => messageId)).not.toContain(all);
  });

  it("once of all reactions to a message, of the latest, until the last is taken back", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob, cleo);
    const messageId = await say(ada, channelId, "Good news");
    await bob.api.message.addReaction({ messageId, emoji: "👍" });
    await ada.told(of(Cause.REACTION));
    await cleo.api.message.addReaction({ messageId, emoji: "🎉" });
    const both = await ada.told((all) => all.some(({ actorId }) => actorId === cleo.id));
    expect(both).toMatchObject([{ cause: Cause.REACTION, detail: "🎉", messageId, desktop: false }]);
    await cleo.api.message.removeReaction({ messageId, emoji: "🎉" });
    expect(await ada.told((all) => all.some(({ actorId }) => actorId === bob.id))).toMatchObject([
      { detail: "👍" },
    ]);
    await bob.api.message.removeReaction({ messageId, emoji: "👍" });
    expect(await ada.told((all) => all.length === 0)).toEqual([]);
  });
});

describe("what somebody was told of", () => {
  it("comes and goes with the mention in the text, and with the message", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const messageId = await say(ada, channelId, "Nobody in particular");
    await ada.api.message.editMessage({ messageId, text: `You, ${at(bob)}` });
    await bob.told(about(messageId));
    await ada.api.message.editMessage({ messageId, text: "Nobody again" });
    await bob.told(notAbout(messageId));
    await ada.api.message.editMessage({ messageId, text: `You again, ${at(bob)}` });
    await bob.told(about(messageId));
    await ada.api.message.deleteMessage({ messageId });
    expect((await bob.told(notAbout(messageId))).map(({ cause }) => cause)).toEqual([Cause.INVITATION]);
  });

  it("is gone with the membership, and does not come back with it", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const before = await say(ada, channelId, at(bob));
    await bob.told(about(before));
    await bob.api.channel.leaveChannel({ channelId });
    await bob.told((all) => all.length === 0);
    await ada.api.channel.addMembers({ channelId, userIds: [bob.id] });
    const after = await say(ada, channelId, at(bob));
    expect(await bob.told(about(after))).toMatchObject([{ cause: Cause.INVITATION }, { messageId: after }]);
  });

  it("is nothing by somebody whom they blocked", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(world.owner, ada, bob, cleo);
    await bob.api.contacts.blockPerson({ userId: ada.id });
    const unheard = await say(ada, channelId, `${at(bob)} <!channel>`);
    const heard = await say(cleo, channelId, at(bob));
    expect((await bob.told(about(heard))).map(({ messageId }) => messageId)).not.toContain(unheard);
  });
});
