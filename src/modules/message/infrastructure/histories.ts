import { sql } from "kysely";
import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Histories, WholeMessage, WholeReaction } from "../application/history.ts";
import type { Versions } from "../application/ports.ts";
import type { Message } from "../domain/message.ts";
import { type MessageRow, messageColumns, toMessage } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";

type Tx = Transaction<MessageSchema>;

interface HistoriesDeps {
  readonly database: Database<MessageSchema>;
  readonly versions: Versions;
}

const A_PAGE = 200;
const MOST_VERSIONS = 50;
const columns = sql.raw(messageColumns.join(", "));

/**
 * One snapshot for all pages of a channel. The earlier texts are read beside it from the log, where a text is
 * either as it was or erased.
 */
export function createHistories({ database, versions }: HistoriesDeps): Histories {
  const whole = async (tx: Tx, messages: readonly Message[]): Promise<readonly WholeMessage[]> => {
    const reactions = await reactionsOf(tx, messages);
    const page: WholeMessage[] = [];
    for (const message of messages) {
      const earlier = message.editedAt === undefined ? [] : await versions.latest(message.id, MOST_VERSIONS);
      page.push({ message, earlier: earlier.slice(0, -1), reactions: reactions.get(message.id) ?? [] });
    }
    return page;
  };
  return {
    read: (channelId, taker) =>
      database.transaction(async (tx) => {
        await sql`set transaction isolation level repeatable read, read only`.execute(tx.sql);
        await taker.begin(await positionOf(tx, channelId));
        for await (const roots of rootsOf(tx, channelId)) {
          await taker.page(await whole(tx, roots));
          for await (const replies of repliesTo(tx, roots)) await taker.page(await whole(tx, replies));
        }
      }),
  };
}

async function positionOf(tx: Tx, channelId: ChannelId): Promise<bigint> {
  const { rows } = await sql<{ head: bigint }>`select stream.head(${channelId}) as head`.execute(tx.sql);
  return rows[0]?.head ?? 0n;
}

/** Index: messages_page. */
async function* rootsOf(tx: Tx, channelId: ChannelId): AsyncGenerator<readonly Message[]> {
  let after = 0n;
  for (;;) {
    const { rows } = await sql<MessageRow>`
      select ${columns} from message.messages
      where channel_id = ${channelId} and listed and seq > ${after} and thread_root_id is null
      order by seq limit ${sql.lit(A_PAGE)}`.execute(tx.sql);
    if (rows.length > 0) yield rows.map(toMessage);
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < A_PAGE) return;
  }
}

/** Index: messages_thread. Some threads have more replies than fit into a page. */
async function* repliesTo(tx: Tx, roots: readonly Message[]): AsyncGenerator<readonly Message[]> {
  const threads = roots.flatMap(({ id, thread }) => (thread === undefined ? [] : id));
  let last: { readonly root: string; readonly seq: bigint } = { root: "", seq: 0n };
  for (let full = threads.length > 0; full; ) {
    const { rows } = await sql<MessageRow>`
      select ${columns} from message.messages
      where thread_root_id = any(${threads}) and deleted_at is null
        and (thread_root_id, seq) > (${last.root}, ${last.seq})
      order by thread_root_id, seq limit ${sql.lit(A_PAGE)}`.execute(tx.sql);
    if (rows.length > 0) yield rows.map(toMessage);
    const end = rows.at(-1);
    last = { root: end?.thread_root_id ?? "", seq: end?.seq ?? 0n };
    full = rows.length === A_PAGE;
  }
}

async function reactionsOf(
  tx: Tx,
  messages: readonly Message[],
): Promise<ReadonlyMap<MessageId, readonly WholeReaction[]>> {
  const { rows } = await sql<{ message_id: MessageId; emoji: string; user_ids: UserId[] }>`
    select message_id, emoji, array_agg(user_id order by seq) as user_ids from message.reactions
    where message_id = any(${messages.map(({ id }) => id)})
    group by message_id, emoji order by message_id, min(seq)`.execute(tx.sql);
  const found = new Map<MessageId, WholeReaction[]>();
  for (const { message_id, emoji, user_ids: userIds } of rows) {
    found.set(message_id, [...(found.get(message_id) ?? []), { emoji, userIds }]);
  }
  return found;
}
