import { sql } from "kysely";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Deleted, Edited, MessageChange, ReactionAdded, ReactionRemoved } from "../domain/events.ts";
import { callsEverybody, type Mentions } from "../domain/mentions.ts";
import type { Message } from "../domain/message.ts";
import type { EntryEncoder } from "./entry-encoder.ts";
import type { MessageSchema } from "./schema.ts";

type Tx = Transaction<MessageSchema>;

/** Writes one change into the log and the read model. The channel's head is locked by the caller. */
export type ChangeWriter = (tx: Tx, message: Message, change: MessageChange) => Promise<void>;

export function createChangeWriter(streams: Streams, encoder: EntryEncoder): ChangeWriter {
  return async (tx, message, change) => {
    const [seq] = await streams.append(tx, [{ stream: message.channelId, entry: encoder.changed(change) }]);
    await apply(tx, message, change, seq ?? 0n);
    if (change.type === "deleted") await erase(tx, message, { streams, encoder });
  };
}

function apply(tx: Tx, message: Message, change: MessageChange, seq: bigint): Promise<void> {
  switch (change.type) {
    case "edited":
      return applyEdit(tx, message, change, seq);
    case "deleted":
      return applyDeletion(tx, message, change);
    case "reaction_added":
      return addReaction(tx, change, seq);
    case "reaction_removed":
      return removeReaction(tx, change);
    case "pinned":
      return setPin(tx, message, { pinned_by: change.by, pinned_at: change.at });
    case "unpinned":
      return setPin(tx, message, { pinned_by: null, pinned_at: null });
  }
}

async function applyEdit(tx: Tx, message: Message, change: Edited, seq: bigint): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set({
      body: change.text,
      edited_at: change.at,
      mentioned: [...change.mentions.userIds],
      mentions_channel: change.mentions.channel,
      mentions_here: change.mentions.here,
      edit_seqs: sql`edit_seqs || ${seq}::bigint`,
    })
    .where("id", "=", message.id)
    .execute();
  await replaceMentions(tx, message, change.mentions);
}

async function replaceMentions(tx: Tx, message: Message, mentions: Mentions): Promise<void> {
  await deleteMentions(tx, message);
  const called = [...mentions.userIds, ...(callsEverybody(mentions) ? ["*"] : [])];
  if (called.length === 0) return;
  await tx.sql
    .insertInto("message.mentions")
    .values(
      called.map((user_id) => ({
        user_id,
        channel_id: message.channelId,
        seq: message.seq,
        author_id: message.authorId,
      })),
    )
    .execute();
}

async function deleteMentions(tx: Tx, message: Message): Promise<void> {
  const called = [...message.mentions.userIds, "*"];
  await tx.sql
    .deleteFrom("message.mentions")
    .where("user_id", "in", called)
    .where("channel_id", "=", message.channelId)
    .where("seq", "=", message.seq)
    .execute();
}

async function applyDeletion(tx: Tx, message: Message, change: Deleted): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set({
      body: "",
      deleted_at: change.at,
      edited_at: null,
      mentioned: [],
      mentions_channel: false,
      mentions_here: false,
      reaction_count: 0,
      pinned_by: null,
      pinned_at: null,
    })
    .where("id", "=", message.id)
    .execute();
  await tx.sql.deleteFrom("message.reactions").where("message_id", "=", message.id).execute();
  await deleteMentions(tx, message);
  if (message.threadRootId !== undefined) await recountThread(tx, message.threadRootId);
}

/** Deleting a reply is rare, so the summary is made anew from the replies that are left. */
async function recountThread(tx: Tx, rootId: Message["id"]): Promise<void> {
  await sql`
    update message.messages r set (reply_count, last_reply_at, recent_repliers) = (
      select count(*), max(m.posted_at), coalesce((
        select array_agg(l.author_id order by l.latest desc) from (
          select author_id, max(seq) as latest from message.messages
          where thread_root_id = ${rootId} and deleted_at is null
          group by author_id order by max(seq) desc limit 5) l), '{}')
      from message.messages m where m.thread_root_id = ${rootId} and m.deleted_at is null)
    where r.id = ${rootId}`.execute(tx.sql);
}

async function addReaction(tx: Tx, { messageId, emoji, by }: ReactionAdded, seq: bigint): Promise<void> {
  await tx.sql
    .insertInto("message.reactions")
    .values({ message_id: messageId, emoji, user_id: by, seq })
    .execute();
  await countReactions(tx, messageId, 1);
}

async function removeReaction(tx: Tx, { messageId, emoji, by }: ReactionRemoved): Promise<void> {
  await tx.sql
    .deleteFrom("message.reactions")
    .where("message_id", "=", messageId)
    .where("emoji", "=", emoji)
    .where("user_id", "=", by)
    .execute();
  await countReactions(tx, messageId, -1);
}

async function countReactions(tx: Tx, messageId: Message["id"], by: 1 | -1): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set((eb) => ({ reaction_count: eb("reaction_count", "+", by) }))
    .where("id", "=", messageId)
    .execute();
}

async function setPin(
  tx: Tx,
  message: Message,
  pin: { pinned_by: Message["authorId"] | null; pinned_at: Date | null },
): Promise<void> {
  await tx.sql.updateTable("message.messages").set(pin).where("id", "=", message.id).execute();
}

/** Takes the texts of a deleted message out of the log, the posted one and each edited one. */
async function erase(
  tx: Tx,
  message: Message,
  { streams, encoder }: { streams: Streams; encoder: EntryEncoder },
): Promise<void> {
  const { edit_seqs } = await tx.sql
    .selectFrom("message.messages")
    .select("edit_seqs")
    .where("id", "=", message.id)
    .executeTakeFirstOrThrow();
  const blank = encoder.erasedText(message);
  await streams.redact(tx, message.channelId, [
    { seq: message.seq, entry: encoder.erasedPost(message) },
    ...edit_seqs.map((seq) => ({ seq, entry: blank })),
  ]);
}
