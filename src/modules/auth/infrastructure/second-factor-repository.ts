import type { Kysely } from "kysely";
import type { UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Encryption } from "../../../platform/secrets/encryption.ts";
import type { Keeper } from "../../../platform/secrets/rotation.ts";
import type { SecondFactorStore } from "../application/second-factor.ts";
import type { AuthSchema } from "./schema.ts";

export function secondFactors(sql: Kysely<AuthSchema>, encryption: Encryption): SecondFactorStore {
  return { ...apps(sql, encryption), ...recoveryCodes(sql), ...requirement(sql) };
}

type Apps = Pick<SecondFactorStore, "findTotp" | "keepTotp" | "removeTotp" | "hasTotp">;
type RecoveryCodes = Pick<SecondFactorStore, "replaceCodes" | "useCode" | "countCodes">;

function apps(sql: Kysely<AuthSchema>, encryption: Encryption): Apps {
  return {
    async findTotp(userId) {
      const row = await sql
        .selectFrom("auth.totp")
        .selectAll()
        .where("user_id", "=", userId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const secret = (await encryption.decrypt(row.secret, contextOf(userId))).toString();
      const confirmedAt = row.confirmed_at ?? undefined;
      return { userId, secret, confirmedAt, lastStep: Number(row.last_step) };
    },
    async keepTotp({ userId, secret, confirmedAt, lastStep }) {
      const row = {
        secret: await encryption.encrypt(Buffer.from(secret), contextOf(userId)),
        confirmed_at: confirmedAt ?? null,
        last_step: BigInt(lastStep),
      };
      await sql
        .insertInto("auth.totp")
        .values({ user_id: userId, ...row })
        .onConflict((conflict) => conflict.column("user_id").doUpdateSet(row))
        .execute();
    },
    async removeTotp(userId) {
      await sql.deleteFrom("auth.totp").where("user_id", "=", userId).execute();
    },
    async hasTotp(userId) {
      const row = await sql
        .selectFrom("auth.totp")
        .select("user_id")
        .where("user_id", "=", userId)
        .where("confirmed_at", "is not", null)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function recoveryCodes(sql: Kysely<AuthSchema>): RecoveryCodes {
  return {
    async replaceCodes(userId, hashes) {
      await sql.deleteFrom("auth.recovery_codes").where("user_id", "=", userId).execute();
      if (hashes.length === 0) return;
      const rows = hashes.map((code_hash) => ({ user_id: userId, code_hash }));
      await sql.insertInto("auth.recovery_codes").values(rows).execute();
    },
    async useCode(userId, hash) {
      const used = await sql
        .deleteFrom("auth.recovery_codes")
        .where("user_id", "=", userId)
        .where("code_hash", "=", hash)
        .returning("user_id")
        .execute();
      return used.length === 1;
    },
    async countCodes(userId) {
      const { codes } = await sql
        .selectFrom("auth.recovery_codes")
        .select((count) => count.fn.countAll().as("codes"))
        .where("user_id", "=", userId)
        .executeTakeFirstOrThrow();
      return Number(codes);
    },
  };
}

function requirement(sql: Kysely<AuthSchema>): Pick<SecondFactorStore, "findDue" | "setDue"> {
  return {
    async findDue() {
      const row = await sql.selectFrom("auth.installation").select("second_factor_from").executeTakeFirst();
      return row?.second_factor_from ?? undefined;
    },
    async setDue(from) {
      await sql
        .updateTable("auth.installation")
        .set({ second_factor_from: from ?? null })
        .execute();
    },
  };
}

/** For whoever exchanges keys. */
export function totpKeeper({ sql }: Database<AuthSchema>): Keeper {
  return {
    name: "auth.totp",
    list: (after, limit) =>
      sql
        .selectFrom("auth.totp")
        .select(["user_id as id", "secret as encrypted"])
        .where("user_id", ">", idOf(after))
        .orderBy("user_id")
        .limit(limit)
        .execute(),
    replace: async (id, from, to) => {
      const { numUpdatedRows } = await sql
        .updateTable("auth.totp")
        .set({ secret: to })
        .where("user_id", "=", idOf(id))
        .where("secret", "=", from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    remove: async (id) => {
      await sql.deleteFrom("auth.totp").where("user_id", "=", idOf(id)).execute();
    },
  };
}

const contextOf = (userId: UserId): string => `auth.totp/${userId}`;

/** Keepers name their rows by text; these are ids, or the empty text before the first. */
const idOf = (id: string): UserId => id as UserId;
