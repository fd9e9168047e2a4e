import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";
import { ChannelKind, NotificationLevel } from "../../gen/chatter/channel/v1/channel_pb.js";
import { Cause, Hold, type Notification } from "../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

interface Person {
  readonly id: string;
  readonly api: ApiClient;
  readonly client: RealtimeClient;
  /** Everything their devices were told of, as it is now; resolves when it fulfils the condition. */
  told(when: (notifications: readonly Notification[]) => boolean): Promise<readonly Notification[]>;
}

let program: ServedProgram;
let owner: Person;
let others = 0;
const clients: RealtimeClient[] = [];

beforeAll(async () => {
  program = await serveProgram({ rateLimit: { perSecond: 10_000, burst: 10_000 } });
  owner = await join("owner");
});
afterAll(async () => {
  for (const client of clients) client.close();
  await program.stop();
});

async function join(name = `person${(others += 1)}`): Promise<Person> {
  const wish = { email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" };
  const { account, sessionToken } = await createApiClient(program.url).auth.register(wish);
  const now = new Map<string, Notification>();
  const waiting = new Set<() => void>();
  const id = account?.userId ?? "";
  const client = await openRealtime({
    url: program.url,
    token: sessionToken,
    onEntries({ stream, entries }) {
      if (stream !== id) return;
      for (const { body } of entries) {
        if (body.case !== "inboxChanged") continue;
        for (const one of body.value.notifications) now.set(one.id, one);
        for (const gone of body.value.removedIds) now.delete(gone);
      }
      for (const look of waiting) look();
    },
  });
  clients.push(client);
  return {
    ...{ id, client, api: createApiClient(program.url, sessionToken) },
    told: (when) =>
      new Promise((resolve) => {
        const look = () => {
          const all = [...now.values()];
          if (!when(all)) return;
          waiting.delete(look);
          resolve(all);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function channelOf(creator: Person, ...people: readonly Person[]) {
  const { channel } = await creator.api.channel.createChannel({
    kind: ChannelKind.PRIVATE,
    name: `channel-${(others += 1)}`,
  });
  const channelId = channel?.id ?? "";
  await creator.api.channel.addMembers({ channelId, userIds: people.map(({ id }) => id) });
  return channelId;
}

async function say(by: Person, channelId: string, text: string, more: { threadRootId?: string } = {}) {
  const { message } = await by.api.message.sendMessage({
    ...{ channelId, text, ...more },
    clientId: crypto.randomUUID(),
  });
  return message?.id ?? "";
}

const at = (person: Person) => `<@${person.id}>`;
const of = (cause: Cause) => (all: readonly Notification[]) => all.some((one) => one.cause === cause);
const about = (messageId: string) => (all: readonly Notification[]) =>
  all.some((one) => one.messageId === messageId);
const notAbout = (messageId: string) => (all: readonly Notification[]) => !about(messageId)(all);

describe("somebody is told", () => {
  it("that they were called, and by which name; who said it is not", async () => {
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const channelId = await channelOf(ada, bob, cleo);
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
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const channelId = await channelOf(ada, bob, cleo);
    const threadRootId = await say(ada, channelId, "A question");
    const first = await say(bob, channelId, "An answer", { threadRootId });
    const second = await say(cleo, channelId, "Another", { threadRootId });
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
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const channelId = await channelOf(ada, bob, cleo);
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
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const channelId = await channelOf(ada, bob, cleo);
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
    const [ada, bob] = await Promise.all([join(), join()]);
    const channelId = await channelOf(ada, bob);
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
    const [ada, bob] = await Promise.all([join(), join()]);
    const channelId = await channelOf(ada, bob);
    const before = await say(ada, channelId, at(bob));
    await bob.told(about(before));
    await bob.api.channel.leaveChannel({ channelId });
    await bob.told((all) => all.length === 0);
    await ada.api.channel.addMembers({ channelId, userIds: [bob.id] });
    const after = await say(ada, channelId, at(bob));
    expect(await bob.told(about(after))).toMatchObject([{ cause: Cause.INVITATION }, { messageId: after }]);
  });

  it("is nothing by somebody whom they blocked", async () => {
    const [ada, bob, cleo] = await Promise.all([join(), join(), join()]);
    const channelId = await channelOf(owner, ada, bob, cleo);
    await bob.api.contacts.blockPerson({ userId: ada.id });
    const unheard = await say(ada, channelId, `${at(bob)} <!channel>`);
    const heard = await say(cleo, channelId, at(bob));
    expect((await bob.told(about(heard))).map(({ messageId }) => messageId)).not.toContain(unheard);
  });
});
