import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import type { Config } from "../../config.ts";
import { type Person, SagaWorld } from "./saga-world.ts";

let world: SagaWorld;
let ada: Person;
let general: string;

async function settle(settings: Partial<Config>): Promise<void> {
  world = await SagaWorld.open(settings);
  const worker = await world.hire();
  ada = await world.register("Ada", { orgName: "Engines" });
  const { channels } = await ada.api.channel.listMyChannels({});
  general = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
  await worker.stop();
}

let said = 0;

async function say(text: string, threadRootId = ""): Promise<string> {
  const { message } = await ada.api.message.sendMessage({
    ...{ channelId: general, clientId: `said ${++said}`, text, threadRootId },
  });
  return message?.id ?? "";
}

/** As if it had been said so many days ago. */
async function age(messageId: string, days: number): Promise<void> {
  await world.sql.query(
    "update message.messages set posted_at = posted_at - $2 * interval '1 day' where id = $1",
    [messageId, days],
  );
}

/** Where a text can still be read in the whole database. */
async function placesOf(text: string): Promise<readonly string[]> {
  const { rows } = await world.sql.query<{ place: string }>(
    `select 'message' as place from message.messages where body like '%' || $1 || '%'
     union all select 'log' from stream.entries where position(convert_to($1, 'UTF8') in entry) > 0`,
    [text],
  );
  return rows.map(({ place }) => place);
}

async function tick(): Promise<void> {
  const job = world.server.contexts.jobs.find(({ name }) => name === "message.retention");
  await job?.run();
}

/** What keeping messages only so long promises, whatever runs the saga and whatever is killed. */
export function describeRetention(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => settle(await settings()), 120_000);
  afterAll(() => world.close());

  describe(`retention ${by}`, { timeout: 240_000 }, () => {
    it("erases what is too old everywhere and nothing else, though workers are killed around each step", async () => {
      const { message, retention } = ada.api;
      const root = await say("an ancient root");
      const pinned = await say("an ancient pin");
      await message.pinMessage({ messageId: pinned });
      await message.editMessage({ messageId: root, text: "an ancient root, edited" });
      const reply = await say("a fresh reply", root);
      await age(root, 31);
      await age(pinned, 40);
      await age(reply, 29);
      await retention.setRetention({ days: 30 });
      expect(await retention.previewRetention({ days: 30 })).toMatchObject({ messages: 2n, more: false });
      const { entries: before } = await ada.api.realtime.listEntries({ stream: general });

      await tick();
      await tick();
      await world.workAndDie(["eraseExpired"], "eraseExpired");

      expect(await placesOf("ancient")).toEqual([]);
      expect(await placesOf("a fresh reply")).toEqual(["message", "log"]);
      expect((await message.listPins({ channelId: general })).messages).toEqual([]);
      const thread = await message.listThread({ rootId: root });
      expect(thread.replies.map(({ text }) => text)).toEqual(["a fresh reply"]);
      const afterSeq = BigInt(before.length);
      const { entries } = await ada.api.realtime.listEntries({ stream: general, afterSeq });
      expect(entries.map(({ body }) => body.case)).toEqual(["messageDeleted", "messageDeleted"]);
      expect(await retention.previewRetention({ days: 30 })).toMatchObject({ messages: 0n });
      const { rows } = await world.sql.query("select state from workflow.runs where saga = 'retention'");
      expect(rows.filter(({ state }) => state !== "finished")).toEqual([]);
    });

    it("is decided by those who run the organisation, and in a channel by those who manage it", async () => {
      const worker = await world.hire();
      const byron = await world.register("Byron");
      await worker.stop();
      const { retention } = byron.api;
      expect(await refusalOf(retention.setRetention({ days: 1 }))).toBe("PERMISSION_DENIED");
      expect(await refusalOf(retention.previewRetention({ days: 1 }))).toBe("PERMISSION_DENIED");
      expect((await retention.getRetention({})).retention?.days).toBe(30);
      const own = { channelId: general, days: 7 };
      expect(await refusalOf(retention.setChannelRetention(own))).toBe("PERMISSION_DENIED");
      expect(await refusalOf(ada.api.retention.setChannelRetention(own))).toBe("RETENTION_FIXED");
      await ada.api.retention.setRetention({ days: 30, channelsMayDiffer: true });
      await ada.api.retention.setChannelRetention(own);
      expect((await retention.getChannelRetention({ channelId: general })).retention).toMatchObject({
        ...{ days: 7, ownDays: 7, channelsMayDiffer: true, changedBy: ada.id },
      });
      await ada.api.retention.setChannelRetention({ channelId: general });
      const { retention: following } = await retention.getChannelRetention({ channelId: general });
      expect(following).toMatchObject({ days: 30 });
      expect(following?.ownDays).toBeUndefined();
    });
  });
}
