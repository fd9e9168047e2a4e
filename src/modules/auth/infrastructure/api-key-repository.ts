import type { Kysely } from "kysely";
import type { ApiKeyId, UserId } from "../../../kernel/ids.ts";
import type { SecretHash } from "../application/ports.ts";
import type { ApiKeys, AuthReads } from "../application/store.ts";
import type { ApiKey } from "../domain/api-key.ts";
import { toAccount } from "./account-repository.ts";
import type { ApiKeyRow, AuthSchema } from "./schema.ts";

export function readApiKeys(
  sql: Kysely<AuthSchema>,
): Pick<AuthReads, "findApiKey" | "listApiKeys" | "listApiKeysIn" | "noteApiKeyUsed"> {
  const held = sql
    .selectFrom("auth.api_keys")
    .innerJoin("auth.accounts", "auth.accounts.user_id", "auth.api_keys.user_id")
    .selectAll("auth.accounts")
    .select(["id", "name", "scopes", "created_at", "expires_at", "last_used_at"]);
  return {
    async findApiKey(by) {
      const row = await held
        .where((where) => (isId(by) ? where("id", "=", by) : where("secret_hash", "=", by)))
        .executeTakeFirst();
      return row && { credential: toApiKey(row), account: toAccount(row) };
    },
    async listApiKeys(userId) {
      const rows = await sql
        .selectFrom("auth.api_keys")
        .selectAll()
        .where("user_id", "=", userId)
        .orderBy("id")
        .execute();
      return rows.map(toApiKey);
    },
    async listApiKeysIn(orgId) {
      const rows = await held.where("org_id", "=", orgId).orderBy("email").orderBy("id").execute();
      return rows.map((row) => ({ credential: toApiKey(row), account: toAccount(row) }));
    },
    async noteApiKeyUsed(id, at) {
      await sql.updateTable("auth.api_keys").set({ last_used_at: at }).where("id", "=", id).execute();
    },
  };
}

export function writeApiKeys(sql: Kysely<AuthSchema>): ApiKeys {
  return {
    async add(key, secret) {
      await sql
        .insertInto("auth.api_keys")
        .values({
          id: key.id,
          user_id: key.userId,
          secret_hash: secret,
          name: key.name,
          scopes: key.scopes,
          created_at: key.createdAt,
          expires_at: key.expiresAt,
          last_used_at: key.lastUsedAt ?? null,
        })
        .execute();
    },
    async count(userId) {
      const { keys } = await sql
        .selectFrom("auth.api_keys")
        .select((count) => count.fn.countAll().as("keys"))
        .where("user_id", "=", userId)
        .executeTakeFirstOrThrow();
      return Number(keys);
    },
    async end(userId, id) {
      const ended = await endedKeys(sql, userId).where("id", "=", id).execute();
      return ended.length === 1;
    },
    async endAll(userId) {
      const ended = await endedKeys(sql, userId).execute();
      return ended.map(({ id }) => id);
    },
  };
}

function isId(by: SecretHash | ApiKeyId): by is ApiKeyId {
  return typeof by === "string";
}

function endedKeys(sql: Kysely<AuthSchema>, userId: UserId) {
  return sql.deleteFrom("auth.api_keys").where("user_id", "=", userId).returning("id");
}

function toApiKey(row: Omit<ApiKeyRow, "secret_hash">): ApiKey {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}
