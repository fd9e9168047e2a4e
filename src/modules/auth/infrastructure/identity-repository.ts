import type { Kysely, Selectable } from "kysely";
import type { UserId } from "../../../kernel/ids.ts";
import type { AuthReads, Identities } from "../application/store.ts";
import type { LinkedIdentity } from "../domain/identity.ts";
import type { AuthSchema, IdentityRow } from "./schema.ts";

export function readIdentities(sql: Kysely<AuthSchema>): Pick<AuthReads, "findIdentity" | "listIdentities"> {
  return {
    findIdentity: (userId, issuer) => find(sql, userId, issuer),
    async listIdentities(people) {
      if (people.length === 0) return [];
      const rows = await sql
        .selectFrom("auth.identities")
        .selectAll()
        .where("user_id", "in", people)
        .orderBy("linked_at")
        .execute();
      return rows.map(toIdentity);
    },
  };
}

export function writeIdentities(sql: Kysely<AuthSchema>): Identities {
  return {
    async findOwner({ issuer, subject }) {
      const row = await sql
        .selectFrom("auth.identities")
        .select("user_id")
        .where("issuer", "=", issuer)
        .where("subject", "=", subject)
        .executeTakeFirst();
      return row?.user_id;
    },
    find: (userId, issuer) => find(sql, userId, issuer),
    async link({ issuer, subject, userId, linkedAt }) {
      const added = await sql
        .insertInto("auth.identities")
        .values({ issuer, subject, user_id: userId, linked_at: linkedAt })
        .onConflict((conflict) => conflict.doNothing())
        .returning("user_id")
        .execute();
      return added.length === 1;
    },
    async unlink(userId, issuer) {
      const removed = await sql
        .deleteFrom("auth.identities")
        .where("user_id", "=", userId)
        .where("issuer", "=", issuer)
        .returning("user_id")
        .execute();
      return removed.length === 1;
    },
    async forget(userId) {
      await sql.deleteFrom("auth.identities").where("user_id", "=", userId).execute();
    },
    async hear({ issuer, jti }, until) {
      const heard = await sql
        .insertInto("auth.heard_logouts")
        .values({ issuer, jti, expires_at: until })
        .onConflict((conflict) => conflict.doNothing())
        .returning("jti")
        .execute();
      return heard.length === 1;
    },
  };
}

async function find(
  sql: Kysely<AuthSchema>,
  userId: UserId,
  issuer: string,
): Promise<LinkedIdentity | undefined> {
  const row = await sql
    .selectFrom("auth.identities")
    .selectAll()
    .where("user_id", "=", userId)
    .where("issuer", "=", issuer)
    .executeTakeFirst();
  return row && toIdentity(row);
}

function toIdentity(row: Selectable<IdentityRow>): LinkedIdentity {
  return { issuer: row.issuer, subject: row.subject, userId: row.user_id, linkedAt: row.linked_at };
}
