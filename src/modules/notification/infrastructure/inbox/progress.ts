import { sql } from "kysely";
import type { ChannelId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { headsOfChannels } from "../../../../platform/stream/log-feed.ts";
import type { Streams } from "../../../../platform/stream/streams.ts";
import type { Progress } from "../../application/inbox/ports.ts";
import type { NotificationSchema } from "../schema.ts";

/** Only one process of all decides at a time: what two decide is the same, but costs twice. */
const DECIDING_LOCK = 727_450_213;

type Db = Database<NotificationSchema>;

export function createProgress(database: Db): Progress {
  return {
    advance: (channels, work) =>
      database.transaction(async (tx) => {
        const { rows } = await sql<{ locked: boolean }>`
          select pg_try_advisory_xact_lock(${sql.lit(DECIDING_LOCK)}) as locked`.execute(tx.sql);
        if (rows[0]?.locked !== true) return undefined;
        const known = await tx.sql
          .selectFrom("notification.progress")
          .selectAll()
          .where("channel_id", "=", sql<ChannelId>`any(${channels})`)
          .execute();
        const from = new Map(known.map(({ channel_id, seq }) => [channel_id, seq]));
        const read = new Map<ChannelId, bigint>();
        const result = await work(
          (channel) => from.get(channel) ?? 0n,
          (channel, seq) => read.set(channel, seq),
        );
        await save(tx.sql, read);
        return result;
      }),
  };
}

/**
 * Settles, once for ever, that what was said before there were notifications is nobody's. Has to be called before
 * anything is served, so that nothing is said meanwhile.
 */
export async function beginAtTheHeads(
  database: Db,
  streams: Pick<Streams, "channels" | "heads">,
): Promise<void> {
  const begun = await database.sql.selectFrom("notification.begun").select("at").executeTakeFirst();
  if (begun !== undefined) return;
  await database.transaction(async (tx) => {
    const { rows } = await sql`
      insert into notification.begun (at) values (now()) on conflict do nothing returning at`.execute(tx.sql);
    if (rows.length === 0) return;
    for await (const heads of headsOfChannels(streams)) await save(tx.sql, heads);
  });
}

/** Those of these channels whose log goes further than what was decided about. */
export async function* channelsBehind(
  database: Db,
  streams: Pick<Streams, "channels" | "heads">,
): AsyncGenerator<ChannelId> {
  for await (const heads of headsOfChannels(streams)) {
    const { rows } = await sql<{ channel: ChannelId }>`
      select h.channel from unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::bigint[])
        as h (channel, head)
      left join notification.progress p on p.channel_id = h.channel
      where h.head > coalesce(p.seq, 0)`.execute(database.sql);
    for (const { channel } of rows) yield channel;
  }
}

async function save(db: Db["sql"], read: ReadonlyMap<ChannelId, bigint>): Promise<void> {
  if (read.size === 0) return;
  await sql`
    insert into notification.progress (channel_id, seq)
    select * from unnest(${[...read.keys()]}::text[], ${[...read.values()]}::bigint[])
    on conflict (channel_id) do update set seq = excluded.seq`.execute(db);
}
