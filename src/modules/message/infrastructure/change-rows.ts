import { sql } from "kysely";
import type { MessageId, UserId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Deleted, Edited, LinksPreviewed, MessageChange, PreviewRemoved } from "../domain/events.ts";
import { namedIn } from "../domain/mentions.ts";
import { changePoll } from "./polls/poll-rows.ts";
import type { MessageSchema } from "./schema.ts";

type Tx = Transaction<MessageSchema>;

/**
 * Writes a change into the rows of its message and of its reactions. Mentions, threads and counts follow
 * from these rows and are left to the caller. The channel's head is locked by the caller.
 */
export async function changeRows(tx: Tx, change: MessageChange, seq: bigint): Promise<void> {
  const { messageId } = change;
  switch (change.type) {
    case "edited":
      return editRow(tx, change, seq);
    case "deleted":
      return emptyRow(tx, change);
    case "reaction_added":
      await tx.sql
        .insertInto("message.reactions")
        .values({ message_id: messageId, emoji: change.emoji, user_id: change.by, seq })
        .execute();
      return;
    case "reaction_removed":
      await tx.sql
        .deleteFrom("message.reactions")
        .where("message_id", "=", messageId)
        .where("emoji", "=", change.emoji)
        .where("user_id", "=", change.by)
        .execute();
      return;
    case "pinned":
      return setPin(tx, messageId, { pinned_by: change.by, pinned_at: change.at });
    case "unpinned":
      return setPin(tx, messageId, { pinned_by: null, pinned_at: null });
    case "links_previewed":
      return setPreviews(tx, change, seq);
    case "preview_removed":
      return removePreview(tx, change, seq);
    case "moved_to_thread":
      await tx.sql
        .updateTable("message.messages")
        .set({ thread_root_id: change.threadRootId, also_in_channel: false })
        .where("id", "=", messageId)
        .execute();
      return;
    case "forward_withdrawn":
      await sql`
        update message.messages set forwarded = forwarded || '{"text": ""}' where id = ${messageId}`.execute(
        tx.sql,
      );
      return;
    case "poll_option_added":
    case "poll_tallied":
    case "poll_closed":
      return changePoll(tx, change, seq);
  }
}

async function setPreviews(tx: Tx, { messageId, previews }: LinksPreviewed, seq: bigint): Promise<void> {
  await sql`
    update message.messages set further_seqs = further_seqs || ${seq}::bigint, previews = jsonb_build_object(
      'shown', ${JSON.stringify(previews)}::jsonb, 'removed', coalesce(previews -> 'removed', '[]'))
    where id = ${messageId}`.execute(tx.sql);
}

async function removePreview(tx: Tx, { messageId, url }: PreviewRemoved, seq: bigint): Promise<void> {
  await sql`
    update message.messages set further_seqs = further_seqs || ${seq}::bigint, previews = jsonb_build_object(
      'shown', coalesce((
        select jsonb_agg(shown.one order by shown.place)
        from jsonb_array_elements(previews -> 'shown') with ordinality as shown (one, place)
        where shown.one ->> 'url' <> ${url}), '[]'),
      'removed', coalesce(previews -> 'removed', '[]') || to_jsonb(${url}::text))
    where id = ${messageId}`.execute(tx.sql);
}

async function editRow(tx: Tx, change: Edited, seq: bigint): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set({
      body: change.text,
      edited_at: change.at,
      mentioned: [...namedIn(change.mentions)],
      mentions_channel: change.mentions.channel,
      mentions_here: change.mentions.here,
      edit_seqs: sql`edit_seqs || ${seq}::bigint`,
    })
    .where("id", "=", change.messageId)
    .execute();
}

async function emptyRow(tx: Tx, { messageId, at }: Deleted): Promise<void> {
  await tx.sql
    .updateTable("message.messages")
    .set({
      body: "",
      forwarded: null,
      deleted_at: at,
      edited_at: null,
      edit_seqs: [],
      mentioned: [],
      mentions_channel: false,
      mentions_here: false,
      reaction_count: 0,
      pinned_by: null,
      pinned_at: null,
      previews: null,
      attachments: null,
      further_seqs: [],
      poll: null,
    })
    .where("id", "=", messageId)
    .execute();
  await tx.sql.deleteFrom("message.reactions").where("message_id", "=", messageId).execute();
  await tx.sql.deleteFrom("message.votes").where("message_id", "=", messageId).execute();
}

interface PinColumns {
  readonly pinned_by: UserId | null;
  readonly pinned_at: Date | null;
}

async function setPin(tx: Tx, id: MessageId, pin: PinColumns): Promise<void> {
  await tx.sql.updateTable("message.messages").set(pin).where("id", "=", id).execute();
}
