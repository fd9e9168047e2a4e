import { fromBinary } from "@bufbuild/protobuf";
import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { ChannelId, UserId } from "../../kernel/ids.ts";
import { createTestClock } from "../../kernel/testing/test-clock.ts";
import { entryEncoder } from "./api/log-entry.ts";
import { type EraseExpiredDeps, eraseExpired } from "./application/retention/erase-expired.ts";
import { previewRetention } from "./application/retention/preview-retention.ts";
import { setChannelRetention, setRetention } from "./application/retention/set-retention.ts";
import { createExpiring } from "./infrastructure/retention/expiring.ts";
import { createRetentionRules } from "./infrastructure/retention/rules.ts";
import { type History, histories, play } from "./testing/history.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Whenever somebody looks at it, some hours have passed: a history lasts days. */
const time = createTestClock();
const clock = {
  now() {
    time.advance(2 * HOUR_MS);
    return time.now();
  },
};

let world: MessageWorld;
let channels: ChannelId[] = [];
let deps: EraseExpiredDeps;
beforeAll(async () => {
  world = await createMessageWorld(clock);
  const { database, streams, tellReleased } = world;
  deps = {
    clock: time,
    rules: createRetentionRules(database),
    expiring: createExpiring({ database, streams, encoder: entryEncoder, tellReleased }),
    channels: {
      channelsOfOrg: async (_org, after = "" as ChannelId, limit) =>
        channels
          .toSorted()
          .filter((id) => id > after)
          .slice(0, limit),
    },
  };
});
afterAll(() => world.close());

async function runToItsEnd(now: Date): Promise<number> {
  let all = 0;
  let after: ChannelId | undefined;
  for (let more = true; more; ) {
    const pace = { aBatch: 2, aCall: 3, channelsACall: 1 };
    const erased = await eraseExpired(deps, { orgId: world.orgId, now, after }, pace);
    ({ after, more } = erased);
    all += erased.messages;
  }
  return all;
}

/** All that can be read of what was said in a channel. */
async function readAll({ channel, people, targets }: History) {
  const reader = (people[0]?.userId ?? "") as UserId;
  const messages = await Promise.all(
    targets.map(async ({ messageId }) => ({
      ...(await world.app.getMessage(messageId, reader)),
      versions: await world.app.versions(messageId, 50),
      replies: (await world.app.thread(messageId, { before: undefined, limit: 100 }, reader))?.replies,
    })),
  );
  const place = { kind: "latest" } as const;
  const page = await world.app.listMessages(reader, { channelId: channel, place, limit: 100 });
  return { messages, page: page.messages, pins: await world.app.pins(channel, reader) };
}

/** Every text that the log gives to whoever replays it. */
async function textsInLog(channel: ChannelId): Promise<readonly string[]> {
  return (await world.log(channel)).flatMap((entry) => {
    const { body } = fromBinary(EntrySchema, entry);
    if (body.case === "messagePosted") return body.value.message?.text || [];
    return body.case === "messageEdited" ? body.value.text : [];
  });
}

async function planOf(query: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ "QUERY PLAN": string }>`explain ${query}`.execute(world.database.sql);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("retention", () => {
  it("leaves nothing older than its limit anywhere and everything newer untouched, after any history", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 6 }), async (steps, days) => {
        const history = await play(world, steps);
        channels = [history.channel];
        const admin = world.person();
        await setRetention(deps, admin, { days, channelsMayDiffer: false });
        const now = time.now();
        const limit = new Date(now.getTime() - days * DAY_MS);
        const before = await readAll(history);
        const preview = await previewRetention(deps, admin, { days, channelsMayDiffer: false });

        const erased = await runToItsEnd(now);

        const after = await readAll(history);
        const isOld = ({ message }: { message: { postedAt: Date } }) => message.postedAt < limit;
        const gone = before.messages.filter(isOld);
        expect(erased).toBe(gone.filter(({ message }) => message.deletedAt === undefined).length);
        expect(preview).toEqual({ messages: erased, more: false });
        for (const old of after.messages.filter(isOld)) {
          expect(old).toMatchObject({ message: { text: "" }, reactions: [], versions: [] });
        }
        const kept = (views: readonly (typeof before.pins)[number][]) => views.filter((view) => !isOld(view));
        expect(kept(after.messages)).toEqual(kept(before.messages));
        expect(kept(after.page)).toEqual(kept(before.page));
        expect(after.pins).toEqual(kept(before.pins));
        const said = new Set(gone.flatMap(({ versions }) => versions.map(({ text }) => text)));
        expect((await textsInLog(history.channel)).filter((text) => said.has(text))).toEqual([]);
        expect(await runToItsEnd(now)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it("lets a channel differ only while the organisation allows it", async () => {
    const author = world.person();
    const [short, usual] = [world.channel(), world.channel()];
    channels = [short, usual];
    const say = (channelId: ChannelId) =>
      world.app.send(author, { channelId, clientId: world.clientId(), text: "old", alsoInChannel: false });
    await say(short);
    await say(usual);
    time.advance(5 * DAY_MS);
    const countOf = async (channelsMayDiffer: boolean) =>
      (await previewRetention(deps, author, { days: 30, channelsMayDiffer })).messages;

    await setRetention(deps, author, { days: 30, channelsMayDiffer: true });
    await setChannelRetention(deps, author, { channelId: short, days: 2 });
    expect(await countOf(true)).toBe(1);
    expect(await deps.rules.orgsThatErase()).toEqual([author.orgId]);
    await setRetention(deps, author, { days: undefined, channelsMayDiffer: false });
    expect(await countOf(false)).toBe(0);
    expect(await deps.rules.orgsThatErase()).toEqual([]);
    await expect(setChannelRetention(deps, author, { channelId: usual, days: 2 })).rejects.toMatchObject({
      reason: "RETENTION_FIXED",
    });
    const following = await setChannelRetention(deps, author, { channelId: short, days: "follow" });
    expect(following).toEqual({ days: undefined, channelsMayDiffer: false, own: undefined });
  });

  it("finds what is old by its index, however much is not", async () => {
    const channel = world.channel();
    channels = [channel];
    const author = world.person();
    await setRetention(deps, author, { days: 1, channelsMayDiffer: false });
    // Written behind the back of the log, for only their number and age matter to the plan.
    await sql`
      insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
      select gen_random_uuid(), ${channel}, n, ${author.userId}, gen_random_uuid(), 'x',
        ${time.now()}::timestamptz - interval '30 days' + n * interval '3 minutes'
      from generate_series(1, 20000) n`.execute(world.database.sql);
    const old = sql`
      select id from message.messages
      where channel_id = ${channel} and deleted_at is null
        and posted_at < ${time.now()}::timestamptz - interval '29 days'
      order by posted_at limit 50`;
    expect(await planOf(old)).toContain("messages_expiring");
    // Whoever asks for a thread has nothing to do with the age of all others.
    const thread = sql`
      select count(*) from message.messages where thread_root_id = 'a root' and deleted_at is null`;
    expect(await planOf(thread)).not.toContain("messages_expiring");
  });
});
