import { sql } from "kysely";
import type { ChannelId, MessageId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { FeedStep } from "../../../../platform/stream/log-feed.ts";
import type { Streams } from "../../../../platform/stream/streams.ts";
import type { MessageChange, MessageEvent } from "../../domain/events.ts";
import type { Stemmer } from "../../domain/search/stems.ts";
import type { EntryDecoder } from "../entry-encoder.ts";
import type { MessageSchema } from "../schema.ts";
import { indexMessages, tryLockIndex } from "./index-messages.ts";
import { Segments } from "./segments.ts";

export interface IndexDeps {
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly decode: EntryDecoder;
  readonly stem: Stemmer;
  /** Is told what was read, in the transaction in which it counts as read; may be told again of what it knows. */
  readonly follow?: (tx: Transaction<MessageSchema>, events: readonly MessageEvent[]) => Promise<void>;
}

// A transaction of some hundred milliseconds: what is posted meanwhile is in the next.
const ENTRIES_A_STEP = 1_000;

/**
 * Reads on in the logs of these channels and brings what they tell of into the index, as it is now: entries that
 * are read twice, or after later ones, change nothing. What was read and what was written is one transaction.
 */
export function indexLogs(deps: IndexDeps, channels: readonly ChannelId[]): Promise<FeedStep> {
  return deps.database.transaction(async (tx) => {
    if (!(await tryLockIndex(tx))) return { left: channels, elsewhere: true };
    const segments = new Segments(await readSegments(tx));
    const progress = await progressOf(tx, channels);
    const events: MessageEvent[] = [];
    const read = new Map<ChannelId, bigint>();
    const left: ChannelId[] = [];
    let room = ENTRIES_A_STEP;
    for (const channel of channels) {
      if (room <= 0) {
        left.push(channel);
        continue;
      }
      const after = progress.get(channel) ?? 0n;
      const { entries, head } = await deps.streams.read(channel, after, room);
      events.push(...entries.flatMap((entry) => deps.decode(entry) ?? []));
      room -= entries.length;
      const seq = after + BigInt(entries.length);
      if (entries.length > 0) read.set(channel, seq);
      if (seq < head) left.push(channel);
    }
    await indexMessages(tx, [...new Set(events.flatMap(messagesOf))], segments, deps.stem);
    await deps.follow?.(tx, events);
    await segments.save(tx);
    await saveProgress(tx, read);
    return { left, elsewhere: false };
  });
}

async function readSegments(tx: Transaction<MessageSchema>) {
  return tx.sql.selectFrom("message.search_segments").selectAll().orderBy("from_at").execute();
}

async function progressOf(
  tx: Transaction<MessageSchema>,
  channels: readonly ChannelId[],
): Promise<ReadonlyMap<ChannelId, bigint>> {
  const rows = await tx.sql
    .selectFrom("message.search_progress")
    .selectAll()
    .where("channel_id", "=", sql<ChannelId>`any(${channels})`)
    .execute();
  return new Map(rows.map(({ channel_id, seq }) => [channel_id, seq]));
}

export async function saveProgress(
  tx: Transaction<MessageSchema>,
  read: ReadonlyMap<ChannelId, bigint>,
): Promise<void> {
  if (read.size === 0) return;
  await sql`
    insert into message.search_progress (channel_id, seq)
    select * from unnest(${[...read.keys()]}::text[], ${[...read.values()]}::bigint[])
    on conflict (channel_id) do update set seq = excluded.seq`.execute(tx.sql);
}

/** The messages that may look different to a search after an event. */
function messagesOf(event: MessageEvent): readonly MessageId[] {
  if (event.type === "posted") {
    const { id, threadRootId } = event.message;
    return threadRootId === undefined ? [id] : [id, threadRootId];
  }
  return [event.messageId, ...rootsOf(event)];
}

/** The threads that have another number of replies after it. */
function rootsOf(event: MessageChange): readonly MessageId[] {
  switch (event.type) {
    case "deleted":
      return event.threadRootId === undefined ? [] : [event.threadRootId];
    case "moved_to_thread":
      return [event.threadRootId, ...(event.fromThreadRootId === undefined ? [] : [event.fromThreadRootId])];
    default:
      return [];
  }
}
