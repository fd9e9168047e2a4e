import { sql } from "kysely";
import type { MessageId, UserId } from "../../../kernel/ids.ts";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Deleted, Edited, MessageChange } from "../domain/events.ts";
import { namedIn } from "../domain/mentions.ts";
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
  }
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
      deleted_at: at,
      edited_at: null,
      edit_seqs: [],
      mentioned: [],
      mentions_channel: false,
      mentions_here: false,
      reaction_count: 0,
      pinned_by: null,
      pinned_at: null,
    })
    .where("id", "=", messageId)
    .execute();
  await tx.sql.deleteFrom("message.reactions").where("message_id", "=", messageId).execute();
}

interface PinColumns {
  readonly pinned_by: UserId | null;
  readonly pinned_at: Date | null;
}

async function setPin(tx: Tx, id: MessageId, pin: PinColumns): Promise<void> {
  await tx.sql.updateTable("message.messages").set(pin).where("id", "=", id).execute();
}
