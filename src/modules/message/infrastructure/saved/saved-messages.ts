import { sql } from "kysely";
import type { ChannelId, UserId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { Saved, SavedMessages, SavedQuery } from "../../application/saved/ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { SavedChanged } from "../../domain/events.ts";
import type { MessageStoreDeps } from "../posting.ts";
import type { MessageSchema } from "../schema.ts";
import { viewsOf } from "../views.ts";

type Tx = Transaction<MessageSchema>;

const MOST_SAVED = 5_000;

export function createSavedMessages({ database, streams, encoder }: MessageStoreDeps): SavedMessages {
  /** The person's stream puts the changes of several devices into one order. */
  const change = (changed: SavedChanged, write: (tx: Tx) => Promise<bigint>): Promise<void> =>
    database.transaction(async (tx) => {
      await streams.lock(tx, [changed.by]);
      const rows = await write(tx);
      if (rows > 0n) await streams.append(tx, [{ stream: changed.by, entry: encoder.saved(changed) }]);
    });
  return {
    keep: (channelId, changed) => change(changed, (tx) => keep(tx, channelId, changed)),
    finish: (changed) => change(changed, (tx) => finish(tx, changed)),
    remove: (changed) => change(changed, (tx) => remove(tx, changed)),
    page: (query) => readPage(database, query),
    async marks(of) {
      const rows = await database.sql
        .selectFrom("message.saved")
        .select(["message_id", "done_at"])
        .where("user_id", "=", of)
        .orderBy("saved_at", "desc")
        .limit(MOST_SAVED)
        .execute();
      return rows.map((row) => ({ messageId: row.message_id, doneAt: row.done_at ?? undefined }));
    },
    views: (ids, reader) => viewsOf(database, ids, reader),
  };
}

function rowOf(tx: Tx, { by, messageId }: SavedChanged) {
  const rows = tx.sql.selectFrom("message.saved").select("done_at").where("user_id", "=", by);
  return rows.where("message_id", "=", messageId).executeTakeFirst();
}

async function keep(tx: Tx, channelId: ChannelId, changed: SavedChanged): Promise<bigint> {
  const { by, messageId, at } = changed;
  const known = await rowOf(tx, changed);
  if (known !== undefined && known.done_at === null) return 0n;
  if (known === undefined) await assertRoom(tx, by);
  const row = { saved_at: at, done_at: null };
  const { numInsertedOrUpdatedRows = 0n } = await tx.sql
    .insertInto("message.saved")
    .values({ user_id: by, message_id: messageId, channel_id: channelId, ...row })
    .onConflict((conflict) => conflict.columns(["user_id", "message_id"]).doUpdateSet(row))
    .executeTakeFirst();
  return numInsertedOrUpdatedRows;
}

async function finish(tx: Tx, changed: SavedChanged): Promise<bigint> {
  const known = await rowOf(tx, changed);
  if (known === undefined) throw refuse("NOT_SAVED");
  if (known.done_at !== null) return 0n;
  const { numUpdatedRows } = await tx.sql
    .updateTable("message.saved")
    .set({ done_at: changed.at })
    .where("user_id", "=", changed.by)
    .where("message_id", "=", changed.messageId)
    .executeTakeFirst();
  return numUpdatedRows;
}

async function remove(tx: Tx, { by, messageId }: SavedChanged): Promise<bigint> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom("message.saved")
    .where("user_id", "=", by)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return numDeletedRows;
}

async function assertRoom(tx: Tx, of: UserId): Promise<void> {
  const { saved } = await tx.sql
    .selectFrom("message.saved")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("saved"))
    .where("user_id", "=", of)
    .executeTakeFirstOrThrow();
  if (saved >= MOST_SAVED) throw refuse("TOO_MANY_SAVED", { limit: MOST_SAVED });
}

/** Index: saved_page. */
async function readPage(
  { sql: db }: Database<MessageSchema>,
  { of, done, after, limit }: SavedQuery,
): Promise<readonly Saved[]> {
  const rows = await db
    .selectFrom("message.saved")
    .select(["message_id", "channel_id", "saved_at", "done_at"])
    .where("user_id", "=", of)
    .where(sql<boolean>`(done_at is null)`, "=", !done)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(saved_at, message_id) < (${after?.savedAt}::timestamptz, ${after?.messageId})`,
      ),
    )
    .orderBy("saved_at", "desc")
    .orderBy("message_id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    messageId: row.message_id,
    channelId: row.channel_id,
    savedAt: row.saved_at,
    doneAt: row.done_at ?? undefined,
  }));
}
