import { sql } from "kysely";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Permit, PostOutcome } from "../application/ports.ts";
import type { NewMessage } from "../domain/message.ts";
import type { MessageSchema } from "./schema.ts";

export interface Post {
  readonly message: NewMessage;
  readonly permit: Permit;
  readonly entry: Uint8Array;
}

interface OutcomeRow {
  readonly outcome: "posted" | "known" | "revoked" | "no_thread";
  readonly message_id: MessageId;
  readonly seq: bigint;
}

/** Writes a batch by message.post in one statement and one commit, then announces what it appended. */
export async function postBatch(
  database: Database<MessageSchema>,
  streams: Streams,
  posts: readonly Post[],
): Promise<readonly PostOutcome[]> {
  const column = <T>(value: (post: Post) => T): T[] => posts.map(value);
  const { rows } = await sql<OutcomeRow>`
    select outcome, message_id, seq from message.post(
      ${column(({ message }) => message.id)}, ${column(({ message }) => message.channelId)},
      ${column(({ message }) => message.authorId)}, ${column(({ message }) => message.clientId)},
      ${column(({ message }) => message.text)}, ${column(({ message }) => message.postedAt)},
      ${column(({ message }) => message.threadRootId ?? null)},
      ${column(({ message }) => message.alsoInChannel)},
      ${column(({ message }) => message.mentions.userIds.join(" "))},
      ${column(({ message }) => message.mentions.channel)}, ${column(({ message }) => message.mentions.here)},
      ${column(({ permit }) => permit.epoch)}, ${column(({ entry }) => Buffer.from(entry))})`.execute(
    database.sql,
  );
  announce(streams, posts, rows);
  return rows.map(toOutcome);
}

function toOutcome({ outcome, message_id, seq }: OutcomeRow): PostOutcome {
  switch (outcome) {
    case "posted":
    case "known":
      return { kind: outcome, messageId: message_id, seq };
    case "revoked":
    case "no_thread":
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
