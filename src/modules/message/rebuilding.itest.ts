import fc from "fast-check";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId } from "../../kernel/ids.ts";
import { type RebuiltChannel, rebuildChannels } from "./application/rebuild-channels.ts";
import { histories, play } from "./testing/history.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

/** Every row that readers are answered from. */
async function rowsOf(channel: ChannelId): Promise<readonly unknown[]> {
  const queries = [
    sql`select * from message.messages where channel_id = ${channel} order by id`,
    sql`select r.* from message.reactions r join message.messages m on m.id = r.message_id
      where m.channel_id = ${channel} order by r.message_id, r.emoji, r.user_id`,
    sql`select * from message.mentions where channel_id = ${channel} order by user_id, seq`,
  ];
  return Promise.all(queries.map(async (query) => (await query.execute(world.database.sql)).rows));
}

/** What may become of tables: rows are lost, wrong, or there though nothing like it happened. */
const damages: readonly ((channel: ChannelId) => RawBuilder<unknown>)[] = [
  (channel) => sql`delete from message.messages where channel_id = ${channel}`,
  (channel) => sql`delete from message.mentions where channel_id = ${channel}`,
  (channel) => sql`
    delete from message.reactions where message_id in (
      select id from message.messages where channel_id = ${channel})`,
  (channel) => sql`
    update message.messages set body = 'wrong', mentioned = '{}', forwarded = null, reply_count = 7, reaction_count = 7,
      edited_at = now(), edit_seqs = '{7}', deleted_at = null, pinned_by = 'x', pinned_at = now(),
      recent_repliers = '{x}', last_reply_at = now(), thread_root_id = null
    where channel_id = ${channel}`,
  (channel) => sql`
    insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
    values (gen_random_uuid(), ${channel}, 1000000, 'x', gen_random_uuid(), 'never said', now())`,
  (channel) => sql`
    insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at, thread_root_id)
    select gen_random_uuid(), ${channel}, 1000000, 'x', gen_random_uuid(), 'never said', now(), id
    from message.messages where channel_id = ${channel} limit 1`,
  (channel) => sql`
    insert into message.mentions (user_id, channel_id, seq, author_id) values ('*', ${channel}, 1000000, 'x')`,
];

const say = (author: Actor, channelId: ChannelId, text: string) =>
  world.app.send(author, { channelId, clientId: world.clientId(), text, alsoInChannel: false });

async function rebuildAll(after?: ChannelId): Promise<readonly RebuiltChannel[]> {
  return Array.fromAsync(rebuildChannels(world.rebuilding, after));
}

describe("rebuilding from the log", () => {
  it("gives the rows that writing gave, after any history and any damage", async () => {
    const damage = fc.subarray([...damages], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(histories, damage, async (steps, broken) => {
        const { channel, targets } = await play(world, steps);
        const written = await rowsOf(channel);
        for (const breakRows of broken) await breakRows(channel).execute(world.database.sql);
        expect(await world.rebuilding.rebuild(channel)).toBe(targets.length);
        expect(await rowsOf(channel)).toEqual(written);
      }),
      { numRuns: 40 },
    );
  });

  it("lets readers see all of a long channel meanwhile, and writers add to it", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const post = (n: number) => say(author, channel, `<!here> ${n}`);
    await Promise.all(Array.from({ length: 2_500 }, (_, n) => post(n)));

    const rebuilt = new AbortController();
    const rebuilding = world.rebuilding.rebuild(channel).finally(() => rebuilt.abort());
    const writing = Array.from({ length: 50 }, (_, n) => post(n));
    while (!rebuilt.signal.aborted) {
      const query = { channelId: channel, place: { kind: "latest" }, limit: 100 } as const;
      const page = await world.app.listMessages(author.userId, query);
      expect(page).toMatchObject({ messages: { length: 100 }, hasOlder: true });
      const [latest] = page.messages.slice(-1);
      expect(latest?.message.seq).toBe(page.head);
    }
    await Promise.all([rebuilding, ...writing]);

    const written = await rowsOf(channel);
    expect(await world.rebuilding.rebuild(channel)).toBe(2_550);
    expect(await rowsOf(channel)).toEqual(written);
  });

  it("tells of each channel when it is done, and goes on after the one it was told", async () => {
    const author = world.person();
    const channels = [world.channel(), world.channel(), world.channel()].toSorted();
    for (const channel of channels) await say(author, channel, "hello");
    // A person's stream is no channel.
    await world.app.saveDraft(author, { channelId: world.channel(), text: "half a thought" });
    await sql`delete from message.messages`.execute(world.database.sql);

    const all = await rebuildAll();
    expect(all.filter(({ channelId }) => channels.includes(channelId))).toEqual(
      channels.map((channelId) => ({ channelId, messages: 1 })),
    );
    expect(all.every(({ channelId }) => channelId.startsWith("chn_"))).toBe(true);
    const place = all.findIndex(({ channelId }) => channelId === channels[1]);
    expect(await rebuildAll(channels[1])).toEqual(all.slice(place + 1));
    expect(
      await world.app.listMessages(author.userId, {
        channelId: channels[0] as ChannelId,
        place: { kind: "latest" },
        limit: 10,
      }),
    ).toMatchObject({ messages: [{ message: { text: "hello" } }] });
  });
});
