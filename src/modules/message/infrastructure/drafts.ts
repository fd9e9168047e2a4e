import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Drafts } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import type { DraftChanged } from "../domain/events.ts";
import type { MessageStoreDeps } from "./posting.ts";
import type { MessageSchema } from "./schema.ts";

const MOST_DRAFTS = 500;

export function createDrafts({ database, streams, encoder }: MessageStoreDeps): Drafts {
  return {
    async list(author) {
      const rows = await database.sql
        .selectFrom("message.drafts")
        .selectAll()
        .where("user_id", "=", author)
        .orderBy("updated_at", "desc")
        .limit(MOST_DRAFTS)
        .execute();
      return rows.map((row) => ({
        channelId: row.channel_id,
        ...(row.thread_root_id !== "" && { threadRootId: row.thread_root_id }),
        text: row.body,
        updatedAt: row.updated_at,
      }));
    },
    save: (change) =>
      database.transaction(async (tx) => {
        // The person's stream puts the saves of several devices into one order.
        await streams.lock(tx, [change.by]);
        const changed = change.text === "" ? await drop(tx, change) : await keep(tx, change);
        if (changed) await streams.append(tx, [{ stream: change.by, entry: encoder.draft(change) }]);
      }),
  };
}

async function drop(tx: Transaction<MessageSchema>, change: DraftChanged): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom("message.drafts")
    .where("user_id", "=", change.by)
    .where("channel_id", "=", change.channelId)
    .where("thread_root_id", "=", change.threadRootId ?? "")
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function keep(tx: Transaction<MessageSchema>, change: DraftChanged): Promise<boolean> {
  const { drafts } = await tx.sql
    .selectFrom("message.drafts")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("drafts"))
    .where("user_id", "=", change.by)
    .where((eb) =>
      eb.or([
        eb("channel_id", "<>", change.channelId),
        eb("thread_root_id", "<>", change.threadRootId ?? ""),
      ]),
    )
    .executeTakeFirstOrThrow();
  if (drafts >= MOST_DRAFTS) throw refuse("TOO_MANY_DRAFTS", { limit: MOST_DRAFTS });
  const { numInsertedOrUpdatedRows = 0n } = await tx.sql
    .insertInto("message.drafts")
    .values({
      user_id: change.by,
      channel_id: change.channelId,
      thread_root_id: change.threadRootId ?? "",
      body: change.text,
      updated_at: change.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["user_id", "channel_id", "thread_root_id"])
        .doUpdateSet({ body: change.text, updated_at: change.at })
        .where("message.drafts.body", "<>", change.text),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
