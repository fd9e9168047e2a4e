import type { Database } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { Version, Versions } from "../application/ports.ts";
import type { MessageSchema } from "./schema.ts";

export interface VersionsDeps {
  readonly database: Database<MessageSchema>;
  readonly streams: Pick<Streams, "readAt">;
  /** The text that an entry of the log gave to a message; undefined where it was erased. */
  readonly versionIn: (entry: Uint8Array) => Version | undefined;
}

export function createVersions({ database, streams, versionIn }: VersionsDeps): Versions {
  return {
    async latest(id, limit) {
      const row = await database.sql
        .selectFrom("message.messages")
        .select(["channel_id", "seq", "edit_seqs"])
        .where("id", "=", id)
        .where("deleted_at", "is", null)
        .executeTakeFirst();
      if (row === undefined) return [];
      const seqs = [row.seq, ...row.edit_seqs].slice(-limit);
      // A deletion between the two reads leaves blanks, of all texts at once.
      return (await streams.readAt(row.channel_id, seqs)).flatMap((entry) => versionIn(entry) ?? []);
    },
  };
}
