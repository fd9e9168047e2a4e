import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { createGroupCommit, type GroupCommitMeter } from "../../../platform/postgres/group-commit.ts";
import { isUnavailable } from "../../../platform/rpc/unavailable.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Permit, Posting, PostOutcome } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import { namedIn } from "../domain/mentions.ts";
import type { NewMessage } from "../domain/message.ts";
import type { Poll } from "../domain/poll.ts";
import { fromAttachments } from "./attachments.ts";
import type { EntryEncoder } from "./entry-encoder.ts";
import { fromPoll } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";

export interface MessageStoreDeps {
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly encoder: EntryEncoder;
  /** Is told of the groups in which messages are posted. */
  readonly meter?: GroupCommitMeter;
}

interface Post {
  readonly message: NewMessage;
  readonly permit: Permit;
  readonly entry: Uint8Array;
}

interface OutcomeRow {
  readonly outcome: "posted" | "known" | "revoked" | "no_thread" | "no_source";
  readonly message_id: MessageId;
  readonly seq: bigint;
}

// A batch of this size commits in some ten milliseconds; more of them waiting is seconds of delay.
const BATCH_MESSAGES = 1_000;
const BATCH_BYTES = 4 * 1024 * 1024;
const WAITING_MESSAGES = 20_000;

/** Posts in groups: what arrives while one group is being committed is the next group. */
export function createPosting({ database, streams, encoder, meter }: MessageStoreDeps): Posting {
  const posts = createGroupCommit<Post, PostOutcome>({
    flush: (batch) => postBatch(database, streams, batch),
    // What PostgreSQL itself refuses rolled back; that it is away or too slow says nothing about any item.
    mayBeOneItem: (error) => error instanceof pg.DatabaseError && !isUnavailable(error),
    keyOf: ({ message }) => `${message.authorId} ${message.clientId}`,
    sizeOf: ({ entry }) => entry.byteLength,
    mostItems: BATCH_MESSAGES,
    mostSize: BATCH_BYTES,
    mostWaiting: WAITING_MESSAGES,
    full: () => refuse("CHANNEL_BUSY"),
    ...(meter && { meter }),
  });
  return {
    post(message, permit) {
      const post = { message, permit, entry: encoder.posted(message) };
      return message.poll === undefined
        ? posts.add(post)
        : postPoll(database, streams, { ...post, poll: message.poll });
    },
  };
}

/** Writes a batch in one statement and one commit, then announces what it appended. */
async function postBatch(
  database: Database<MessageSchema>,
  streams: Streams,
  posts: readonly Post[],
): Promise<readonly PostOutcome[]> {
  const rows = await writePosts(database, posts);
  announce(streams, posts, rows);
  return rows.map(toOutcome);
}

/** In a transaction of its own: polls are few, and would make the statement of all others longer. */
async function postPoll(
  database: Database<MessageSchema>,
  streams: Streams,
  { poll, ...post }: Post & { readonly poll: Poll },
): Promise<PostOutcome> {
  return database.transaction(async (tx) => {
    const rows = await writePosts(tx, [post]);
    const [row] = rows;
    if (row === undefined) throw new Error("posting answered nothing");
    if (row.outcome === "posted") {
      await sql`
        update message.messages set poll = ${JSON.stringify(fromPoll(poll))}::jsonb
        where id = ${row.message_id}`.execute(tx.sql);
      tx.afterCommit(() => announce(streams, [post], rows));
    }
    return toOutcome(row);
  });
}

/**
 * Writes messages by message.post, which locks the heads of their channels, or by message.post_forwarding or
 * message.post_attaching where something of it forwards or brings files, which is slower.
 */
async function writePosts(
  { sql: db }: Pick<Database<MessageSchema>, "sql">,
  posts: readonly Post[],
): Promise<readonly OutcomeRow[]> {
  const column = <T>(value: (post: Post) => T): T[] => posts.map(value);
  const { name, carried } = wayOf(posts);
  const { rows } = await sql<OutcomeRow>`
    select outcome, message_id, seq from ${sql.raw(name)}(
      ${column(({ message }) => message.id)}, ${column(({ message }) => message.channelId)},
      ${column(({ message }) => message.authorId)}, ${column(({ message }) => message.clientId)},
      ${column(({ message }) => message.text)}, ${column(({ message }) => message.postedAt)},
      ${column(({ message }) => message.threadRootId ?? null)},
      ${column(({ message }) => message.alsoInChannel)},
      ${column(({ message }) => namedIn(message.mentions).join(" "))},
      ${column(({ message }) => message.mentions.channel)}, ${column(({ message }) => message.mentions.here)},
      ${column(({ permit }) => permit.epoch)}, ${column(({ entry }) => Buffer.from(entry))}${carried})`.execute(
    db,
  );
  return rows;
}

/** The function that posts the batch, and what it takes beside the others. */
function wayOf(posts: readonly Post[]): { readonly name: string; readonly carried: RawBuilder<unknown> } {
  const forwarded = () => sql`${posts.map(({ message }) => jsonOf(message.forwarded))}::jsonb[]`;
  const attached = () => sql`${posts.map(({ message }) => fromAttachments(message.attachments))}::jsonb[]`;
  if (posts.some(({ message }) => message.attachments !== undefined)) {
    return { name: "message.post_attaching", carried: sql`, ${forwarded()}, ${attached()}` };
  }
  if (posts.some(({ message }) => message.forwarded !== undefined)) {
    return { name: "message.post_forwarding", carried: sql`, ${forwarded()}` };
  }
  return { name: "message.post", carried: sql`` };
}

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

function toOutcome({ outcome, message_id, seq }: OutcomeRow): PostOutcome {
  switch (outcome) {
    case "posted":
    case "known":
      return { kind: outcome, messageId: message_id, seq };
    case "revoked":
    case "no_thread":
    case "no_source":
      return { kind: outcome };
  }
}

/** The seqs of one channel in one batch follow each other, so each channel is one announcement. */
function announce(streams: Streams, posts: readonly Post[], rows: readonly OutcomeRow[]): void {
  const appended = new Map<ChannelId, { firstSeq: bigint; entries: Uint8Array[] }>();
  rows.forEach((row, index) => {
    const post = posts[index];
    if (row.outcome !== "posted" || post === undefined) return;
    const channel = appended.get(post.message.channelId) ?? { firstSeq: row.seq, entries: [] };
    channel.entries.push(post.entry);
    appended.set(post.message.channelId, channel);
  });
  for (const [stream, { firstSeq, entries }] of appended) streams.announce({ stream, firstSeq, entries });
}
