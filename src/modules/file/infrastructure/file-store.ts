import { type Kysely, sql } from "kysely";
import type { Relationships } from "../../../platform/authz/authorizer.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { FileStore } from "../application/ports.ts";
import { transactionOn } from "./file-transaction.ts";
import { toFile, toUpload } from "./rows.ts";
import type { FileSchema } from "./schema.ts";
import { usageOf } from "./usage.ts";

export interface FileStoreDeps {
  readonly database: Database<FileSchema>;
  readonly relationships: Relationships;
}

/**
 * Files on PostgreSQL. What is locked is locked in this order: usage, upload, content, files by their ids.
 */
export function createFileStore({ database, relationships }: FileStoreDeps): FileStore {
  const { sql: db } = database;
  return {
    transact: (work) => database.transaction((tx) => work(transactionOn(tx, relationships))),
    async findFile(id) {
      const row = await db.selectFrom("file.files").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toFile(row);
    },
    async findUpload(id) {
      const row = await db.selectFrom("file.uploads").selectAll().where("id", "=", id).executeTakeFirst();
      return row && toUpload(row);
    },
    usage: (orgId, userId) => usageOf(db, orgId, userId),
    async uploadsOf(owner) {
      const rows = await db.selectFrom("file.uploads").selectAll().where("owner_id", "=", owner).execute();
      return rows.map(toUpload);
    },
    async unsharedOf(owner) {
      const rows = await unshared(db).where("owner_id", "=", owner).execute();
      return rows.map(toFile);
    },
    ...collecting(db),
  };
}

type Collecting = Pick<
  FileStore,
  "unsharedBefore" | "uploadsBefore" | "unusedContents" | "unconfirmedBefore" | "confirm"
>;

function collecting(db: Kysely<FileSchema>): Collecting {
  return {
    async unsharedBefore(moment, limit) {
      const rows = await unshared(db).where("uploaded_at", "<", moment).limit(limit).execute();
      return rows.map(toFile);
    },
    async uploadsBefore(moment, limit) {
      const rows = await db
        .selectFrom("file.uploads")
        .selectAll()
        .where("begun_at", "<", moment)
        .orderBy("begun_at")
        .limit(limit)
        .execute();
      return rows.map(toUpload);
    },
    async unusedContents(limit) {
      const rows = await db
        .selectFrom("file.contents as content")
        .select("hash")
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("file.files as f").select("f.id").whereRef("f.hash", "=", "content.hash"))),
        )
        .limit(limit)
        .execute();
      return rows.map(({ hash }) => hash);
    },
    async unconfirmedBefore(moment, limit) {
      const rows = await db
        .selectFrom("file.shares")
        .select("message_id")
        .distinct()
        .where("confirmed", "=", false)
        .where("shared_at", "<", moment)
        .limit(limit)
        .execute();
      return rows.map((row) => row.message_id);
    },
    async confirm(messages) {
      await sql`update file.shares set confirmed = true where message_id = any(${messages})`.execute(db);
    },
  };
}

function unshared(db: Kysely<FileSchema>) {
  return db
    .selectFrom("file.files as file")
    .selectAll("file")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("file.shares as share")
            .select("share.file_id")
            .whereRef("share.file_id", "=", "file.id"),
        ),
      ),
    );
}
