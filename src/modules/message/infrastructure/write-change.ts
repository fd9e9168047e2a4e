import { sql } from "kysely";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Attachment } from "../domain/attachment.ts";
import type { MessageChange } from "../domain/events.ts";
import { callsEverybody, type Mentions, namedIn } from "../domain/mentions.ts";
import type { Message } from "../domain/message.ts";
import { changeRows } from "./change-rows.ts";
import type { EntryEncoder } from "./entry-encoder.ts";
import type { MessageSchema } from "./schema.ts";
import { forgetWords } from "./search/index-messages.ts";

type Tx = Transaction<MessageSchema>;

/** Writes one change into the log and the read model. The channel's head is locked by the caller. */
export type ChangeWriter = (tx: Tx, message: Message, change: MessageChange) => Promise<void>;

/** Tells, with the transaction, that a message gave its files back. */
export type TellReleased = (
  tx: Tx,
  message: Pick<Message, "id" | "channelId"> & { readonly attachments: readonly Attachment[] },
) => Promise<void>;

export interface ChangeWriterDeps {
  readonly streams: Streams;
  readonly encoder: EntryEncoder;
  readonly tellReleased: TellReleased;
}

export function createChangeWriter({ streams, encoder, tellReleased }: ChangeWriterDeps): ChangeWriter {
  return async (tx, message, change) => {
    const [seq = 0n] = await streams.append(tx, [
      { stream: message.channelId, entry: encoder.changed(change) },
    ]);
    if (change.type === "deleted") await erase(tx, message, { streams, encoder });
    if (change.type === "forward_withdrawn") await eraseForwarded(tx, message, { streams, encoder });
    await changeRows(tx, change, seq);
    await follow(tx, message, change);
    const { attachments } = message;
    if (change.type === "deleted" && attachments !== undefined) {
      await tellReleased(tx, { ...message, attachments });
    }
  };
}

/** What follows from a change, in rows that are made of messages and reactions. */
async function follow(tx: Tx, message: Message, change: MessageChange): Promise<void> {
  switch (change.type) {
    case "edited":
      return replaceMentions(tx, message, change.mentions);
    case "deleted":
      await deleteMentions(tx, message);
      // Now, not when the index reads of it: what was deleted is nowhere from this commit on.
      await forgetWords(tx, [message.id]);
      if (message.threadRootId !== undefined) await recountThread(tx, message.threadRootId);
      return;
    case "reaction_added":
      return countReactions(tx, message.id, 1);
    case "reaction_removed":
      return countReactions(tx, message.id, -1);
    case "moved_to_thread":
      await recountThread(tx, change.threadRootId);
      if (change.fromThreadRootId !== undefined) await recountThread(tx, change.fromThreadRootId);
      return;
    case "pinned":
    case "unpinned":
    case "links_previewed":
    case "preview_removed":
    case "forward_withdrawn":
    case "poll_option_added":
    case "poll_tallied":
    case "poll_closed":
  }
}

async function replaceMentions(tx: Tx, message: Message, mentions: Mentions): Promise<void> {
  await deleteMentions(tx, message);
  const called = [...namedIn(mentions), ...(callsEverybody(mentions) ? ["*"] : [])];
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
  const called = [...namedIn(message.mentions), "*"];
  await tx.sql
    .deleteFrom("message.mentions")
    .where("user_id", "in", called)
    .where("channel_id", "=", message.channelId)
    .where("seq", "=", message.seq)
    .execute();
}

/** That a thread loses a reply, or gets one from elsewhere, is rare, so the summary is made anew from the replies that are left. */
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

async function countReactions(tx: Tx, messageId: Message["id"], by: 1 | -1): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set((eb) => ({ reaction_count: eb("reaction_count", "+", by) }))
    .where("id", "=", messageId)
    .execute();
}

/** Takes the texts of a deleted message out of the log: the posted one, each edited one, and those of previews and of options. */
async function erase(
  tx: Tx,
  message: Message,
  { streams, encoder }: { streams: Streams; encoder: EntryEncoder },
): Promise<void> {
  const { edit_seqs, further_seqs } = await tx.sql
    .selectFrom("message.messages")
    .select(["edit_seqs", "further_seqs"])
    .where("id", "=", message.id)
    .executeTakeFirstOrThrow();
  const blank = encoder.erasedText(message);
  // As it was posted, wherever it was moved since: a replay tells of that as well.
  const [posted] = await streams.readAt(message.channelId, [message.seq]);
  await streams.redact(tx, message.channelId, [
    ...(posted === undefined ? [] : [{ seq: message.seq, entry: encoder.erasedPost(posted) }]),
    ...[...edit_seqs, ...further_seqs].map((seq) => ({ seq, entry: blank })),
  ]);
}

/** Takes out of the log what a message forwards; what its author said to it stays. */
async function eraseForwarded(
  tx: Tx,
  { channelId, seq }: Message,
  { streams, encoder }: { streams: Streams; encoder: EntryEncoder },
): Promise<void> {
  const [entry] = await streams.readAt(channelId, [seq]);
  if (entry === undefined) return;
  await streams.redact(tx, channelId, [{ seq, entry: encoder.withoutForwarded(entry) }]);
}
