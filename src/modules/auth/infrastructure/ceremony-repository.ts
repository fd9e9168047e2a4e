import type { Kysely } from "kysely";
import type { SecretHash } from "../application/ports.ts";
import type { AuthReads, Ceremonies } from "../application/store.ts";
import { beginnerOf, type CeremonyFor, isFor, type Purpose } from "../domain/ceremony.ts";
import type { AuthSchema } from "./schema.ts";

export function writeCeremonies(sql: Kysely<AuthSchema>): Ceremonies {
  return {
    async begin(ceremony, token, expiresAt) {
      await sql
        .insertInto("auth.ceremonies")
        .values({
          token_hash: token,
          purpose: ceremony.purpose,
          user_id: beginnerOf(ceremony) ?? null,
          content: ceremony,
          expires_at: expiresAt,
        })
        .execute();
    },
    async take<P extends Purpose>(
      purpose: P,
      token: SecretHash,
      now: Date,
    ): Promise<CeremonyFor<P> | undefined> {
      const taken = await sql
        .deleteFrom("auth.ceremonies")
        .where("token_hash", "=", token)
        .returning(["content", "expires_at"])
        .executeTakeFirst();
      if (taken === undefined || taken.expires_at <= now) return undefined;
      return isFor(purpose, taken.content) ? taken.content : undefined;
    },
    async forget(userId) {
      await sql.deleteFrom("auth.ceremonies").where("user_id", "=", userId).execute();
    },
  };
}

export function readCeremonies(sql: Kysely<AuthSchema>): Pick<AuthReads, "findCeremony"> {
  return {
    async findCeremony<P extends Purpose>(
      purpose: P,
      token: SecretHash,
      now: Date,
    ): Promise<CeremonyFor<P> | undefined> {
      const row = await sql
        .selectFrom("auth.ceremonies")
        .select("content")
        .where("token_hash", "=", token)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return row !== undefined && isFor(purpose, row.content) ? row.content : undefined;
    },
  };
}
