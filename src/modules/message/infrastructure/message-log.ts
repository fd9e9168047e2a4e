import { sql } from "kysely";
import pg from "pg";
import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { LockedMessage, MessageLog, PostOutcome } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import type { ReactionState } from "../domain/reaction.ts";
import { createChangeWriter } from "./change-writer.ts";
import type { EntryEncoder } from "./entry-encoder.ts";
import { createGroupCommit } from "./group-commit.ts";
import { type Post, postBatch } from "./post-batch.ts";
import { toMessage } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";

export interface MessageLogDeps {
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly encoder: EntryEncoder;
}

// A batch of this size commits in some ten milliseconds; more of them waiting is seconds of delay.
const BATCH_MESSAGES = 1_000;
const BATCH_BYTES = 4 * 1024 * 1024;
const WAITING_MESSAGES = 20_000;

export function createMessageLog({ database, streams, encoder }: MessageLogDeps): MessageLog {
  const writeChange = createChangeWriter(streams, encoder);
  const posts = createGroupCommit<Post, PostOutcome>({
    flush: (batch) => postBatch(database, streams, batch),
    // What PostgreSQL itself refuses rolled back; a broken connection says nothing about any item.
    mayBeOneItem: (error) => error instanceof pg.DatabaseError,
    keyOf: ({ message }) => `${message.authorId} ${message.clientId}`,
    sizeOf: ({ entry }) => entry.byteLength,
    mostItems: BATCH_MESSAGES,
    mostSize: BATCH_BYTES,
    mostWaiting: WAITING_MESSAGES,
    full: () => refuse("CHANNEL_BUSY"),
  });

  return {
    post: (message, permit) => posts.add({ message, permit, entry: encoder.posted(message) }),
    change: ({ messageId, channelId }, permit, decide) =>
      database.transaction(async (tx) => {
        const heads = await streams.lock(tx, [channelId]);
        if (heads.get(channelId)?.epoch !== permit.epoch) return "revoked";
        const locked = await lockedMessage(tx, channelId, messageId);
        for (const change of await decide(locked)) await writeChange(tx, locked.message, change);
        return "done";
      }),
  };
}

async function lockedMessage(
  tx: Transaction<MessageSchema>,
  channelId: ChannelId,
  messageId: MessageId,
): Promise<LockedMessage> {
  const row = await tx.sql
    .selectFrom("message.messages")
    .selectAll()
    .where("id", "=", messageId)
    .where("channel_id", "=", channelId)
    .executeTakeFirst();
  if (row === undefined) throw refuse("MESSAGE_NOT_FOUND");
  return {
    message: toMessage(row),
    reactionState: (emoji, user) => reactionState(tx, messageId, emoji, user),
    pinsInChannel: () => pinsInChannel(tx, channelId),
  };
}

async function reactionState(
  tx: Transaction<MessageSchema>,
  messageId: MessageId,
  emoji: string,
  user: UserId,
): Promise<ReactionState> {
  const { rows } = await sql<ReactionState>`
    select count(distinct emoji)::int as "differentEmoji",
      coalesce(bool_or(emoji = ${emoji}), false) as "emojiUsed",
      coalesce(bool_or(emoji = ${emoji} and user_id = ${user}), false) as mine
    from message.reactions where message_id = ${messageId}`.execute(tx.sql);
  return rows[0] ?? { differentEmoji: 0, emojiUsed: false, mine: false };
}

async function pinsInChannel(tx: Transaction<MessageSchema>, channelId: ChannelId): Promise<number> {
  const { pins } = await tx.sql
    .selectFrom("message.messages")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("pins"))
    .where("channel_id", "=", channelId)
    .where("pinned_at", "is not", null)
    .executeTakeFirstOrThrow();
  return pins;
}
