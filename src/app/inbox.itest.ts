import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ApiClient } from "../../dev/client/api-client.ts";
import { ListNotificationsRequest_State as State } from "../../gen/chatter/notification/inbox/v1/inbox_pb.js";
import { Cause, Hold } from "../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { Level } from "../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { refusalOf } from "../platform/rpc/testing/refusal.ts";
import { about, at, createInboxWorld, type Listener, of, say } from "./testing/inbox-world.ts";

let world: Awaited<ReturnType<typeof createInboxWorld>>;
beforeAll(async () => {
  world = await createInboxWorld();
});
afterAll(() => world.close());

describe("the inbox", () => {
  const inboxOf = async (person: Listener, state = State.UNSPECIFIED, causes: Cause[] = []) =>
    (await person.api.inbox.listNotifications({ state, causes })).notifications;

  it("lists the latest first, with what is said now, and narrows to causes", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const first = await say(ada, channelId, `${at(bob)} one`);
    const second = await say(ada, channelId, `${at(bob)} two`);
    await bob.told(about(second));
    await ada.api.message.editMessage({ messageId: second, text: `${at(bob)} changed` });
    expect(await inboxOf(bob)).toMatchObject([
      { messageId: second, text: `${at(bob)} changed`, read: false },
      { messageId: first },
      { cause: Cause.INVITATION },
    ]);
    expect(await inboxOf(bob, State.UNSPECIFIED, [Cause.INVITATION])).toHaveLength(1);
    const page = await bob.api.inbox.listNotifications({ pageSize: 2 });
    const rest = await bob.api.inbox.listNotifications({ pageSize: 2, pageToken: page.nextPageToken });
    expect(rest).toMatchObject({ notifications: [{ cause: Cause.INVITATION }], nextPageToken: "" });
  });

  it("is read where it was said, on whatever device", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const threadRootId = await say(bob, channelId, "A question");
    await say(ada, channelId, `${at(bob)} an answer`, threadRootId);
    const last = await say(ada, channelId, at(bob));
    const { seq } = (await bob.told(about(last))).find(({ messageId }) => messageId === last) ?? { seq: 0n };
    await bob.api.channel.markRead({ channelId, seq });
    expect((await inboxOf(bob)).map(({ read }) => read)).toEqual([true, false, false]);
    await bob.api.inbox.markThreadRead({ threadRootId, seq });
    expect((await inboxOf(bob)).map(({ read }) => read)).toEqual([true, true, false]);
  });

  it("lets go of what is done or put off, until its time or until it is opened again", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const messageId = await say(ada, channelId, at(bob));
    const mention = (await bob.told(about(messageId))).find((one) => one.messageId === messageId);
    const id = mention?.id ?? "";
    const notificationIds = [id];
    const update = (
      change: NonNullable<Parameters<ApiClient["inbox"]["updateNotifications"]>[0]["change"]>,
    ) => bob.api.inbox.updateNotifications({ notificationIds, change });
    const ids = async (state?: State) => (await inboxOf(bob, state, [Cause.MENTION])).map((one) => one.id);
    await update({ case: "done", value: true });
    expect([await ids(), await ids(State.DONE)]).toEqual([[], [id]]);
    await update({ case: "done", value: false });
    const tomorrow = timestampFromDate(new Date(Date.now() + 86_400_000));
    await update({ case: "snoozeUntil", value: tomorrow });
    expect([await ids(), await ids(State.SNOOZED)]).toEqual([[], [id]]);
    await update({ case: "snoozeUntil", value: timestampFromDate(new Date(0)) });
    expect([await ids(), await ids(State.SNOOZED), await ids(State.DONE)]).toEqual([[id], [], []]);
    await ada.api.inbox.updateNotifications({ notificationIds, change: { case: "done", value: true } });
    expect(await ids()).toEqual([id]);
  });
});

describe("threads", () => {
  it("are followed by who chooses so, and counted from a position that moves forward, or back by choice", async () => {
    const [ada, bob, cleo] = await Promise.all([world.join(), world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob, cleo);
    const threadRootId = await say(ada, channelId, "A question");
    await say(ada, channelId, "Nobody?", threadRootId);
    const { inbox } = bob.api;
    expect((await inbox.getThreadFollow({ threadRootId })).follow).toMatchObject({ following: false });
    const { follow } = await inbox.followThread({ threadRootId, following: true });
    const reply = await say(cleo, channelId, "Me", threadRootId);
    const gone = await say(cleo, channelId, "Not", threadRootId);
    await bob.told(about(gone));
    await cleo.api.message.deleteMessage({ messageId: gone });
    const unread = async () => (await inbox.listThreadFollows({})).threads.map((thread) => thread.unread);
    expect(await unread()).toEqual([1]);
    const { seq } = (await bob.told(about(reply))).find((one) => one.messageId === reply) ?? { seq: 0n };
    await inbox.markThreadRead({ threadRootId, seq });
    await inbox.markThreadRead({ threadRootId, seq: 1n });
    expect(await unread()).toEqual([0]);
    await inbox.markThreadUnread({ threadRootId, seq: (follow?.readSeq ?? 0n) + 1n });
    expect(await unread()).toEqual([1]);
    await inbox.followThread({ threadRootId, following: false });
    expect(await unread()).toEqual([]);
    const silent = await say(cleo, channelId, "More", threadRootId);
    const fence = await say(cleo, channelId, at(bob));
    expect((await bob.told(about(fence))).map((one) => one.messageId)).not.toContain(silent);
    expect(await refusalOf(inbox.followThread({ threadRootId: reply, following: true }))).toBe(
      "NOT_A_THREAD",
    );
  });
});

describe("what somebody chose", () => {
  it("decides of which words and when they are told", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const choose = (
      settings: NonNullable<
        Parameters<typeof bob.api.notificationSettings.updateNotificationSettings>[0]["settings"]
      >,
    ) => bob.api.notificationSettings.updateNotificationSettings({ settings });
    const { settings } = await choose({ keywords: ["Release", "release ", "On-Call"] });
    expect(settings?.keywords).toEqual(["release", "on call"]);
    const word = await say(ada, channelId, "the RELEASE is near");
    expect((await bob.told(about(word))).at(-1)).toMatchObject({ cause: Cause.KEYWORD, detail: "release" });
    const now = new Date();
    const today = ((now.getUTCDay() + 6) % 7) + 1;
    const other = (today % 7) + 1;
    const schedule = { days: [other === 7 ? 1 : other + 1], fromMinute: 0, toMinute: 1, timezone: "UTC" };
    await choose({ schedule });
    const late = await say(ada, channelId, at(bob));
    expect((await bob.told(about(late))).at(-1)).toMatchObject({ held: Hold.SCHEDULE, desktop: false });
    await choose({ level: Level.EVERYTHING });
    const plain = await say(ada, channelId, "anything");
    expect((await bob.told(about(plain))).at(-1)).toMatchObject({ cause: Cause.MESSAGE, detail: "person" });
    const until = timestampFromDate(new Date(Date.now() + 3_600_000));
    await bob.api.notificationSettings.muteChannel({ channelId, until });
    const muted = await say(ada, channelId, at(bob));
    expect((await bob.told(about(muted))).at(-1)).toMatchObject({ held: Hold.MUTED, listed: true });
    expect((await bob.api.notificationSettings.getNotificationSettings({})).mutes).toMatchObject([
      { channelId },
    ]);
    const wrong = { ...schedule, timezone: "Mars/Olympus" };
    expect(await refusalOf(choose({ schedule: wrong }))).toBe("TIMEZONE_UNKNOWN");
    expect(await refusalOf(choose({ schedule: { ...schedule, days: [] } }))).toBe("SCHEDULE_EMPTY");
  });
});

describe("what is told later or to all", () => {
  it("is a reminder, in the inbox when it is due, and not if its message is gone", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    const channelId = await world.channelOf(ada, bob);
    const [messageId, gone] = [await say(ada, channelId, "Remember"), await say(ada, channelId, "Forget")];
    const soon = timestampFromDate(new Date(Date.now() + 1_000));
    await bob.api.inbox.addReminder({ messageId: gone, dueAt: soon });
    await bob.api.inbox.addReminder({ messageId, note: "Call back", dueAt: soon });
    await ada.api.message.deleteMessage({ messageId: gone });
    const told = await bob.told(of(Cause.REMINDER));
    expect(told.filter(({ cause }) => cause === Cause.REMINDER)).toMatchObject([
      { messageId, text: "Call back", actorId: "", desktop: true },
    ]);
    expect((await bob.api.inbox.listReminders({})).reminders).toEqual([]);
    const past = timestampFromDate(new Date(Date.now() - 1_000));
    expect(await refusalOf(bob.api.inbox.addReminder({ messageId, dueAt: past }))).toBe("REMINDER_PAST");
    expect(await refusalOf(world.owner.api.inbox.addReminder({ messageId, dueAt: soon }))).toBe(
      "CHANNEL_NOT_FOUND",
    );
  });

  it("is an announcement by those who manage the organisation", async () => {
    const [ada, bob] = await Promise.all([world.join(), world.join()]);
    await world.owner.api.inbox.announce({ text: "We move on Monday" });
    for (const person of [ada, bob]) {
      const told = await person.told(of(Cause.ANNOUNCEMENT));
      expect(told).toMatchObject([{ text: "We move on Monday", actorId: world.owner.id, channelId: "" }]);
    }
    expect(await refusalOf(ada.api.inbox.announce({ text: "Me too" }))).toBe("PERMISSION_DENIED");
  });
});
