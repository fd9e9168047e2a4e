import { sql } from "kysely";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Page, Streams } from "../../../platform/stream/streams.ts";
import type { Rebuilding } from "../application/ports.ts";
import type { MessageChange } from "../domain/events.ts";
import { namedIn } from "../domain/mentions.ts";
import type { NewMessage } from "../domain/message.ts";
import { storedAttachments } from "./attachments.ts";
import { changeRows } from "./change-rows.ts";
import type { EntryDecoder } from "./entry-encoder.ts";
import { fromPoll } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";

type Tx = Transaction<MessageSchema>;

interface RebuildingDeps {
  readonly database: Database<MessageSchema>;
  readonly streams: Pick<Streams, "lock" | "read" | "channels">;
  readonly decode: EntryDecoder;
}

const ENTRIES_A_PAGE = 1_000;

/** A channel is made anew in one transaction that holds its head: its writers wait, its readers do not. */
export function createRebuilding({ database, streams, decode }: RebuildingDeps): Rebuilding {
  return {
    channels: streams.channels,
    rebuild: (channel) =>
      database.transaction(async (tx) => {
        // The limit is for what people wait for.
        await sql`set local statement_timeout = 0`.execute(tx.sql);
        const head = (await streams.lock(tx, [channel])).get(channel)?.head ?? 0n;
        await forget(tx, channel);
        const posted: MessageId[] = [];
        for (let after = 0n; after < head; after += BigInt(ENTRIES_A_PAGE)) {
          posted.push(...(await replay(tx, await streams.read(channel, after, ENTRIES_A_PAGE), decode)));
        }
        for (let n = 0; n < posted.length; n += ENTRIES_A_PAGE) {
          await derive(tx, posted.slice(n, n + ENTRIES_A_PAGE));
        }
        return posted.length;
      }),
  };
}

/** Deletes all that readers can find here, be it in the log or not. The rest goes page by page, by its ids. */
async function forget(tx: Tx, channel: ChannelId): Promise<void> {
  await sql`
    delete from message.messages where thread_root_id in (
      select id from message.messages where channel_id = ${channel} and listed)`.execute(tx.sql);
  await sql`delete from message.messages where channel_id = ${channel} and listed`.execute(tx.sql);
  await sql`delete from message.mentions where channel_id = ${channel}`.execute(tx.sql);
}

type NumberedPost = NewMessage & { readonly seq: bigint };

/**
 * Writes the rows of messages and reactions. All posts of a page come before its changes, as nothing
 * happens to a message that was not posted yet. Answers what was posted.
 */
async function replay(tx: Tx, page: Page, decode: EntryDecoder): Promise<readonly MessageId[]> {
  const posts: NumberedPost[] = [];
  const changes: { readonly seq: bigint; readonly change: MessageChange }[] = [];
  page.entries.forEach((entry, index) => {
    const event = decode(entry);
    const seq = page.firstSeq + BigInt(index);
    if (event?.type === "posted") posts.push({ ...event.message, seq });
    else if (event !== undefined) changes.push({ seq, change: event });
  });
  await insertPosts(tx, posts);
  for (const { seq, change } of changes) await changeRows(tx, change, seq);
  return posts.map(({ id }) => id);
}

async function insertPosts(tx: Tx, posts: readonly NumberedPost[]): Promise<void> {
  const ids = posts.map(({ id }) => id);
  await sql`
    delete from message.messages where id = any(${ids}) or thread_root_id = any(${ids})`.execute(tx.sql);
  // One parameter, so that a page of any length is the same statement.
  await sql`
    insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at, mentioned,
      mentions_channel, mentions_here, thread_root_id, also_in_channel, forwarded, attachments, poll)
    select * from jsonb_to_recordset(${JSON.stringify(posts.map(toRow))}::jsonb) as post (
      id text, channel_id text, seq bigint, author_id text, client_id text, body text,
      posted_at timestamptz, mentioned text[], mentions_channel boolean, mentions_here boolean,
      thread_root_id text, also_in_channel boolean, forwarded jsonb, attachments jsonb,
      poll jsonb)`.execute(tx.sql);
}

function toRow(message: NumberedPost) {
  const { mentions, threadRootId = null, poll } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    seq: String(message.seq),
    author_id: message.authorId,
    client_id: message.clientId,
    body: message.text,
    posted_at: message.postedAt,
    mentioned: namedIn(mentions),
    mentions_channel: mentions.channel,
    mentions_here: mentions.here,
    thread_root_id: threadRootId,
    also_in_channel: message.alsoInChannel,
    forwarded: message.forwarded,
    attachments: storedAttachments(message.attachments),
    poll: poll === undefined ? null : fromPoll(poll),
  };
}

/** Makes what follows from the rows of these messages, of their replies and of their reactions. */
async function derive(tx: Tx, ids: readonly MessageId[]): Promise<void> {
  await sql`
    insert into message.mentions (user_id, channel_id, seq, author_id)
    select called.user_id, m.channel_id, m.seq, m.author_id from message.messages m
    cross join lateral (
      select unnest(m.mentioned) as user_id
      union select '*' where m.mentions_channel or m.mentions_here) called
    where m.id = any(${ids})`.execute(tx.sql);
  await sql`
    update message.messages m set reaction_count = r.reactions
    from (
      select message_id, count(*) as reactions from message.reactions
      where message_id = any(${ids}) group by message_id) r
    where m.id = r.message_id`.execute(tx.sql);
  await sql`
    update message.messages root set
      reply_count = thread.replies, last_reply_at = thread.last_at, recent_repliers = thread.recent
    from (
      select thread_root_id, sum(replies) as replies, max(last_at) as last_at,
        (array_agg(author_id order by latest desc))[1:5] as recent
      from (
        select thread_root_id, author_id, count(*) as replies, max(posted_at) as last_at, max(seq) as latest
        from message.messages
        where thread_root_id = any(${ids}) and deleted_at is null
        group by thread_root_id, author_id) author
      group by thread_root_id) thread
    where root.id = thread.thread_root_id`.execute(tx.sql);
}
