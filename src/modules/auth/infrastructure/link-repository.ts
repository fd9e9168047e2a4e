import { type Kysely, sql as text } from "kysely";
import type { Links, PendingRegistrations } from "../application/store.ts";
import { readWaitingPasskey, waitingPasskey } from "./passkey-repository.ts";
import type { AuthSchema } from "./schema.ts";

export function writeLinks(sql: Kysely<AuthSchema>): Links {
  return {
    async addForAccount({ purpose, email, token, expiresAt }) {
      const added = await sql
        .insertInto("auth.links")
        .columns(["token_hash", "purpose", "user_id", "expires_at"])
        .expression((from) =>
          from
            .selectFrom("auth.accounts")
            .select([
              text.val(token).as("token_hash"),
              text.val(purpose).as("purpose"),
              "user_id",
              text.val(expiresAt).as("expires_at"),
            ])
            .where("email", "=", email)
            .where("deactivated_at", "is", null),
        )
        .returning("user_id")
        .execute();
      return added.length === 1;
    },
    async add({ purpose, userId, token, expiresAt }) {
      await sql
        .insertInto("auth.links")
        .values({ token_hash: token, purpose, user_id: userId, expires_at: expiresAt })
        .execute();
    },
    async use(purpose, token, now) {
      const used = await sql
        .deleteFrom("auth.links")
        .where("token_hash", "=", token)
        .where("purpose", "=", purpose)
        .where("expires_at", ">", now)
        .returning("user_id")
        .executeTakeFirst();
      if (used === undefined) return undefined;
      await this.forget(used.user_id, purpose);
      return used.user_id;
    },
    async forget(userId, purpose) {
      await sql
        .deleteFrom("auth.links")
        .where("user_id", "=", userId)
        .where("purpose", "=", purpose)
        .execute();
    },
  };
}

export function writeRegistrations(sql: Kysely<AuthSchema>): PendingRegistrations {
  return {
    async add({ email, passwordHash, passkey, name, expiresAt }, token) {
      await sql
        .insertInto("auth.registrations")
        .values({
          token_hash: token,
          email,
          password_hash: passwordHash ?? null,
          passkey: passkey === undefined ? null : waitingPasskey(passkey),
          name,
          expires_at: expiresAt,
        })
        .execute();
    },
    async take(token, now) {
      const row = await sql
        .deleteFrom("auth.registrations")
        .where("token_hash", "=", token)
        .where("expires_at", ">", now)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) return undefined;
      await sql.deleteFrom("auth.registrations").where("email", "=", row.email).execute();
      return {
        email: row.email,
        passwordHash: row.password_hash ?? undefined,
        passkey: row.passkey === null ? undefined : readWaitingPasskey(row.passkey),
        name: row.name,
        expiresAt: row.expires_at,
      };
    },
  };
}
