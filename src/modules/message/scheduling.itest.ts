import { fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type ChannelId, createIds, type MessageId } from "../../kernel/ids.ts";
import { createDispatcher } from "../../platform/background/dispatcher.ts";
import { createLocalBus } from "../../platform/realtime/local-bus.ts";
import { entryEncoder } from "./api/log-entry.ts";
import type { ScheduledMessages } from "./application/scheduled/ports.ts";
import { editScheduled, scheduleMessage } from "./application/scheduled/schedule-message.ts";
import {
  type SendScheduledDeps,
  sendNextDue,
  sendScheduledNow,
} from "./application/scheduled/send-scheduled.ts";
import { createScheduledMessages } from "./infrastructure/scheduled/scheduled-messages.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let now = new Date("2026-06-01T08:00:00Z");
const clock: Clock = { now: () => now };
const ids = createIds(clock);
const planned = createLocalBus<number>();
const gone = new Set<string>();

let world: MessageWorld;
let scheduled: ScheduledMessages;
let deps: SendScheduledDeps;
let ada: Actor;
let channelId: ChannelId;

beforeAll(async () => {
  world = await createMessageWorld(clock);
  scheduled = createScheduledMessages({ ...world, encoder: entryEncoder, planned, clock });
  deps = {
    ...world.parts,
    scheduled,
    standing: { mayAct: async ({ userId }) => !gone.has(userId) },
    log: { error: (fields) => expect.unreachable(JSON.stringify(fields)) },
  };
});
afterAll(() => world.close());
beforeEach(() => {
  [ada, channelId] = [world.person(), world.channel()];
});

const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const plan = (text: string, minutes = 20, threadRootId?: MessageId) =>
  scheduleMessage({ clock, ids, scheduled }, ada, {
    ...{ channelId, threadRootId, alsoInChannel: false, text },
    sendAt: inMinutes(minutes),
  });
const said = async () => {
  const query = { channelId, place: { kind: "latest" }, limit: 50 } as const;
  const { messages } = await world.app.listMessages(ada.userId, query);
  return messages.map(({ message }) => message.text);
};
const sendAllDue = async () => {
  while ((await sendNextDue(deps)) !== undefined);
};
const failures = async () => (await scheduled.list(ada.userId)).map(({ failure }) => failure);

describe("a planned message", () => {
  it("is sent when it is due and not before, as a message of that moment", async () => {
    await plan("later");
    await sendAllDue();
    expect(await said()).toEqual([]);
    now = inMinutes(20);
    await sendAllDue();
    expect(await said()).toEqual(["later"]);
    expect(await scheduled.list(ada.userId)).toEqual([]);
  });

  it("is a reply where it was written in a thread", async () => {
    const root = await world.app.send(ada, {
      channelId,
      clientId: "root",
      text: "root",
      alsoInChannel: false,
    });
    await plan("a reply", 5, root.messageId);
    now = inMinutes(5);
    await sendAllDue();
    const thread = await world.app.thread(root.messageId, { before: undefined, limit: 10 }, ada.userId);
    expect(thread?.replies.map(({ message }) => message.text)).toEqual(["a reply"]);
  });

  it("is one message though whoever sends it falls over before it is written down", async () => {
    await plan("once", 1);
    now = inMinutes(1);
    const fallOver = scheduled.tryDue(now, async ({ id, by, orgId, ...command }) => {
      await world.app.send({ userId: by, orgId, scope: "full" }, { ...command, clientId: id });
      throw new Error("killed");
    });
    await expect(fallOver).rejects.toThrow("killed");
    expect(await said()).toEqual(["once"]);
    const [one] = await scheduled.list(ada.userId);
    const drop = one && scheduled.remove(ada.userId, one.id);
    await expect(drop).rejects.toMatchObject({ reason: "SCHEDULED_BEING_SENT" });
    now = inMinutes(1);
    await sendAllDue();
    expect(await said()).toEqual(["once"]);
    expect(await scheduled.list(ada.userId)).toEqual([]);
  });

  it("is one message though several processes send what is due", async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `number ${n}`);
    for (const text of texts) await plan(text, 1);
    now = inMinutes(1);
    await Promise.all(Array.from({ length: 6 }, sendAllDue));
    expect((await said()).toSorted()).toEqual(texts.toSorted());
  });

  it("can be changed, sent at once and dropped until it is sent", async () => {
    const first = await plan("first", 10);
    const second = await plan("second", 10);
    const third = await plan("third", 10);
    const wish = { id: first.id, text: "first, better", sendAt: inMinutes(30) };
    await editScheduled({ clock, ids, scheduled }, ada, wish);
    await sendScheduledNow(deps, ada, second.id);
    await scheduled.remove(ada.userId, third.id);
    now = inMinutes(10);
    await sendAllDue();
    expect(await said()).toEqual(["second"]);
    now = inMinutes(20);
    await sendAllDue();
    expect(await said()).toEqual(["second", "first, better"]);
    await expect(scheduled.remove(ada.userId, first.id)).rejects.toMatchObject({
      reason: "SCHEDULED_NOT_FOUND",
    });
  });

  it("belongs to who planned it", async () => {
    const { id } = await plan("mine");
    const ben = world.person();
    for (const attempt of [
      () => scheduled.remove(ben.userId, id),
      () => sendScheduledNow(deps, ben, id),
      () => editScheduled({ clock, ids, scheduled }, ben, { id, text: "his", sendAt: inMinutes(5) }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ reason: "SCHEDULED_NOT_FOUND" });
    }
    expect(await scheduled.list(ben.userId)).toEqual([]);
  });

  it("tells the person's devices of each change, and nothing of its text", async () => {
    const { id } = await plan("a secret", 1);
    now = inMinutes(1);
    await sendAllDue();
    const { entries } = await world.streams.read(ada.userId, 0n, 10);
    const bodies = entries.map((entry) => fromBinary(EntrySchema, entry).body);
    expect(bodies).toMatchObject([
      { case: "scheduledChanged", value: { scheduledId: id } },
      { case: "scheduledChanged", value: { scheduledId: id } },
    ]);
    expect(Buffer.concat(entries).includes("a secret")).toBe(false);
  });
});

describe("a planned message that may not be sent when it is due", () => {
  it("stays with the reason, loses nothing, and can be planned anew", async () => {
    const { id } = await plan("keep me", 1);
    world.banned.add(ada.userId);
    now = inMinutes(1);
    await sendAllDue();
    expect(await failures()).toEqual(["NOT_PERMITTED"]);
    await expect(sendScheduledNow(deps, ada, id)).rejects.toMatchObject({ reason: "NOT_PERMITTED" });

    world.banned.delete(ada.userId);
    await sendAllDue();
    expect(await said()).toEqual([]);
    await editScheduled({ clock, ids, scheduled }, ada, { id, text: "keep me", sendAt: inMinutes(1) });
    now = inMinutes(1);
    await sendAllDue();
    expect(await said()).toEqual(["keep me"]);
  });

  it("says why: the thread is gone, or its author left the organisation", async () => {
    const root = await world.app.send(ada, { channelId, clientId: "r2", text: "root", alsoInChannel: false });
    await plan("a reply", 1, root.messageId);
    await plan("goodbye", 2);
    await world.app.remove(ada, { channelId, messageId: root.messageId });
    gone.add(ada.userId);
    now = inMinutes(2);
    await sendAllDue();
    expect(await failures()).toEqual(["NOT_PERMITTED", "NOT_PERMITTED"]);
    gone.delete(ada.userId);
    const [reply] = await scheduled.list(ada.userId);
    const again = reply && sendScheduledNow(deps, ada, reply.id);
    await expect(again).rejects.toMatchObject({ reason: "THREAD_NOT_FOUND" });
    expect(await failures()).toEqual(["THREAD_NOT_FOUND", "NOT_PERMITTED"]);
  });

  it("is one of a hundred at most", async () => {
    for (let n = 0; n < 100; n++) await plan(`number ${n}`, 1_000);
    await expect(plan("one too many")).rejects.toMatchObject({ reason: "TOO_MANY_SCHEDULED" });
  });
});

describe("the dispatcher", () => {
  it("sleeps until the moment, and is woken for an earlier one", async () => {
    const start = Date.now();
    const moving = { now: () => new Date(now.getTime() + Date.now() - start) };
    const live = { ...deps, clock: moving };
    const store = createScheduledMessages({ ...world, encoder: entryEncoder, planned, clock: moving });
    const sent = Promise.withResolvers<number>();
    const dispatcher = createDispatcher({
      doNext: async () => {
        const outcome = await sendNextDue({ ...live, scheduled: store });
        if (outcome?.kind === "sent") sent.resolve(moving.now().getTime());
        return outcome;
      },
      nextDue: store.nextDue,
      due: planned,
      now: moving.now,
      atOnce: 1,
      sentences: { begun: "", over: "" },
      log: { error: () => expect.unreachable(), info: () => expect.unreachable() },
    });
    dispatcher.start();
    const wish = { channelId, threadRootId: undefined, alsoInChannel: false, text: "soon" };
    const sendAt = new Date(moving.now().getTime() + 700);
    await scheduleMessage({ clock: moving, ids, scheduled: store }, ada, { ...wish, sendAt });
    const late = (await sent.promise) - sendAt.getTime();
    await dispatcher.stop();
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_000);
    expect(await said()).toEqual(["soon"]);
  });
});
