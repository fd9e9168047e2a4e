import { sql } from "kysely";
import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Anchor, HistoryPage, Messages, ThreadPage } from "../application/ports.ts";
import type { MessageSchema } from "./schema.ts";
import { countUnread } from "./unread.ts";
import { columns, reactionsFor, toView, type ViewRow } from "./views.ts";

type Db = Database<MessageSchema>;

/** The read side on PostgreSQL. A page and the head it reflects come from one statement, so from one snapshot. */
export function createMessages(database: Db): Messages {
  const db = database.sql;
  return {
    async channelOf(id) {
      const row = await db
        .selectFrom("message.messages")
        .select("channel_id")
        .where("id", "=", id)
        .executeTakeFirst();
      return row?.channel_id;
    },
    async posted(ids) {
      const rows = await db
        .selectFrom("message.messages")
        .select("id")
        .where("id", "=", sql<MessageId>`any(${ids})`)
        .where("deleted_at", "is", null)
        .execute();
      return new Set(rows.map((row) => row.id));
    },
    async find(id, reader) {
      const { rows } = await sql<ViewRow>`
        select ${columns}, ${reactionsFor(reader)} from message.messages m where m.id = ${id}`.execute(db);
      return rows[0] && toView(rows[0]);
    },
    page: (channel, anchor, limit, reader) => readPage(database, { channel, reader, ...span(anchor, limit) }),
    async seqAt(channel, moment) {
      const row = await db
        .selectFrom("message.messages")
        .select("seq")
        .where("channel_id", "=", channel)
        .where("listed", "=", true)
        .where("posted_at", ">=", moment)
        .orderBy("posted_at")
        .orderBy("seq")
        .limit(1)
        .executeTakeFirst();
      return row?.seq;
    },
    thread: (root, { before, limit }, reader) => readThread(database, { root, before, limit, reader }),
    async pins(channel, reader) {
      const { rows } = await sql<ViewRow>`
        select ${columns}, ${reactionsFor(reader)} from message.messages m
        where m.channel_id = ${channel} and m.pinned_at is not null
        order by m.pinned_at desc, m.seq desc limit 100`.execute(db);
      return rows.map(toView);
    },
    unread: (positions, reader, callings) => countUnread(database, { positions, reader, callings }),
  };
}

interface Span {
  /** The border: rows before it are older, rows from it on are newer. */
  readonly border: bigint;
  readonly older: number;
  readonly newer: number;
}

const AFTER_ALL = 2n ** 63n - 1n;

function span(anchor: Anchor, limit: number): Span {
  switch (anchor.kind) {
    case "latest":
      return { border: AFTER_ALL, older: limit, newer: 0 };
    case "before":
      return { border: anchor.seq, older: limit, newer: 0 };
    case "after":
      return { border: anchor.seq + 1n, older: 0, newer: limit };
    case "around": {
      const older = Math.floor(limit / 2);
      return { border: anchor.seq, older, newer: limit - older };
    }
  }
}

interface PageQuery extends Span {
  readonly channel: ChannelId;
  readonly reader: UserId;
}

/**
 * Index: messages_page. One row more on each side than asked for tells whether there is more. The limits
 * are literals: with parameters for them PostgreSQL plans anew for each page, which takes longer than reading.
 */
async function readPage(database: Db, query: PageQuery): Promise<HistoryPage> {
  const { channel, reader, border, older, newer } = query;
  const { rows } = await sql<(ViewRow | { id: null }) & { log_head: bigint }>`
    with h as materialized (select stream.head(${channel}) as log_head)
    select h.log_head, ${columns}, ${reactionsFor(reader)}
    from h
    left join (
      (select * from message.messages where channel_id = ${channel} and listed and seq < ${border}
        order by seq desc limit ${sql.lit(older + 1)})
      union all
      (select * from message.messages where channel_id = ${channel} and listed and seq >= ${border}
        order by seq limit ${sql.lit(newer + 1)})
    ) m on true
    order by m.seq`.execute(database.sql);
  const found = rows.filter((row): row is ViewRow & { log_head: bigint } => row.id !== null);
  const before = found.filter((row) => row.seq < border);
  const after = found.slice(before.length);
  const kept = [...before.slice(Math.max(0, before.length - older)), ...after.slice(0, newer)];
  return {
    messages: kept.map(toView),
    hasOlder: before.length > older,
    hasNewer: after.length > newer,
    head: rows[0]?.log_head ?? 0n,
  };
}

interface ThreadQuery {
  readonly root: MessageId;
  readonly before: bigint | undefined;
  readonly limit: number;
  readonly reader: UserId;
}

/** Index: messages_thread. The root comes first: its position is before all of its replies. */
async function readThread(database: Db, query: ThreadQuery): Promise<ThreadPage | undefined> {
  const { root, before = AFTER_ALL, limit, reader } = query;
  const { rows } = await sql<ViewRow & { log_head: bigint }>`
    select stream.head(m.channel_id) as log_head, ${columns}, ${reactionsFor(reader)}
    from (
      (select * from message.messages where id = ${root} and thread_root_id is null)
      union all
      (select * from message.messages
        where thread_root_id = ${root} and deleted_at is null and seq < ${before}
        order by seq desc limit ${limit + 1})
    ) m order by m.seq`.execute(database.sql);
  const [first, ...replies] = rows;
  if (first === undefined || first.id !== root) return undefined;
  return {
    root: toView(first),
    replies: replies.slice(Math.max(0, replies.length - limit)).map(toView),
    hasOlder: replies.length > limit,
    head: first.log_head,
  };
}
