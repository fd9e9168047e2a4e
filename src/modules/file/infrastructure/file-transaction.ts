import { type Kysely, sql } from "kysely";
import type { FileId, MessageId } from "../../../kernel/ids.ts";
import type { Relationship, Relationships } from "../../../platform/authz/authorizer.ts";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { FileTransaction } from "../application/ports.ts";
import { fromFile, fromUpload, toFile, toUpload } from "./rows.ts";
import type { FileSchema } from "./schema.ts";
import { changeUsage, lockUsage } from "./usage.ts";

type Tx = Transaction<FileSchema>;
type Db = Kysely<FileSchema>;

/** Tells locks on contents apart from what others lock by a number. */
const CONTENT_LOCKS = 727_450_213;

export function transactionOn(tx: Tx, relationships: Relationships): FileTransaction {
  return {
    ...uploadsIn(tx.sql),
    ...contentsIn(tx.sql),
    ...filesIn(tx, relationships),
    ...sharesIn(tx, relationships),
  };
}

type Uploads = Pick<
  FileTransaction,
  "accessUsage" | "addUpload" | "countUploads" | "lockUpload" | "removeUpload"
>;

function uploadsIn(db: Db): Uploads {
  return {
    accessUsage: (orgId, userId) => lockUsage(db, orgId, userId),
    async addUpload(upload) {
      await db.insertInto("file.uploads").values(fromUpload(upload)).execute();
      await changeUsage(db, upload);
    },
    async countUploads(owner) {
      const { count } = await db
        .selectFrom("file.uploads")
        .select(({ fn }) => fn.countAll<bigint>().as("count"))
        .where("owner_id", "=", owner)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async lockUpload(id) {
      const row = await db
        .selectFrom("file.uploads")
        .selectAll()
        .where("id", "=", id)
        .forUpdate()
        .executeTakeFirst();
      return row && toUpload(row);
    },
    async removeUpload(upload, then) {
      await db.deleteFrom("file.uploads").where("id", "=", upload.id).execute();
      if (then === "it was given up") await changeUsage(db, { ...upload, bytes: -upload.bytes });
    },
  };
}

type ContentsPart = Pick<FileTransaction, "lockContent" | "noteContent" | "isContentUsed" | "forgetContent">;

function contentsIn(db: Db): ContentsPart {
  return {
    async lockContent(hash) {
      await sql`select pg_advisory_xact_lock(${sql.lit(CONTENT_LOCKS)}, hashtext(${hash}))`.execute(db);
    },
    async noteContent(hash) {
      await db
        .insertInto("file.contents")
        .values({ hash })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async isContentUsed(hash) {
      const row = await db.selectFrom("file.files").select("id").where("hash", "=", hash).executeTakeFirst();
      return row !== undefined;
    },
    async forgetContent(hash) {
      await db.deleteFrom("file.contents").where("hash", "=", hash).execute();
    },
  };
}

function filesIn(
  tx: Tx,
  relationships: Relationships,
): Pick<FileTransaction, "addFile" | "lockFiles" | "removeFile"> {
  const db = tx.sql;
  return {
    async addFile(file) {
      await db.insertInto("file.files").values(fromFile(file)).execute();
      const { id, ownerId } = file;
      await relationships.write(tx, { touch: [ownedBy(id, ownerId)], by: ownerId });
    },
    async lockFiles(ids) {
      const rows = await db
        .selectFrom("file.files")
        .selectAll()
        .where("id", "in", [...ids])
        .orderBy("id")
        .forUpdate()
        .execute();
      return rows.map(toFile);
    },
    async removeFile(file) {
      const { id, ownerId } = file;
      const shares = await db
        .deleteFrom("file.shares")
        .where("file_id", "=", id)
        .returning("channel_id")
        .execute();
      const channels = [...new Set(shares.map((share) => share.channel_id))];
      const seen = channels.map((channel) => seenIn(id, channel));
      await relationships.write(tx, { remove: [ownedBy(id, ownerId), ...seen] });
      await db.deleteFrom("file.files").where("id", "=", id).execute();
      await changeUsage(db, { ...file, bytes: -file.bytes });
    },
  };
}

function sharesIn(
  tx: Tx,
  relationships: Relationships,
): Pick<FileTransaction, "addShares" | "removeShares" | "isShared"> {
  const db = tx.sql;
  return {
    async addShares(files, { messageId, channelId }, at) {
      const share = { message_id: messageId, channel_id: channelId, shared_at: at, confirmed: false };
      await db
        .insertInto("file.shares")
        .values(files.map((id) => ({ ...share, file_id: id })))
        .execute();
      await relationships.write(tx, { touch: files.map((id) => seenIn(id, channelId)) });
    },
    async removeShares(message) {
      const files = await lockShared(db, message);
      const removed = await db
        .deleteFrom("file.shares")
        .where("message_id", "=", message)
        .returning(["file_id", "channel_id"])
        .execute();
      const lost: Relationship[] = [];
      for (const { file_id, channel_id } of removed) {
        const other = await db
          .selectFrom("file.shares")
          .select("message_id")
          .where("file_id", "=", file_id)
          .where("channel_id", "=", channel_id)
          .executeTakeFirst();
        if (other === undefined) lost.push(seenIn(file_id, channel_id));
      }
      await relationships.write(tx, { remove: lost });
      return files;
    },
    async isShared(id) {
      const row = await db
        .selectFrom("file.shares")
        .select("message_id")
        .where("file_id", "=", id)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** Whoever shares one of them meanwhile waits, or was first and is seen. */
async function lockShared(db: Db, message: MessageId) {
  const rows = await db
    .selectFrom("file.files")
    .selectAll()
    .where("id", "in", (shares) =>
      shares.selectFrom("file.shares").select("file_id").where("message_id", "=", message),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(toFile);
}

const ownedBy = (id: FileId, owner: string): Relationship => ({
  resource: `file:${id}`,
  relation: "owner",
  subject: `user:${owner}`,
});

const seenIn = (id: FileId, channel: string): Relationship => ({
  resource: `file:${id}`,
  relation: "channel",
  subject: `channel:${channel}`,
});
