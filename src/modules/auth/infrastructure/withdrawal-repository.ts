import type { Kysely } from "kysely";
import type { AuthReads, Withdrawals, WithdrawnBy } from "../application/store.ts";
import type { Withdrawal } from "../domain/withdrawal.ts";
import type { AuthSchema, WithdrawalRow } from "./schema.ts";

export function readWithdrawals(sql: Kysely<AuthSchema>): Pick<AuthReads, "findWithdrawal"> {
  return {
    async findWithdrawal(by) {
      const row = await withdrawalsOf(sql, by).orderBy("expires_at", "desc").limit(1).executeTakeFirst();
      return row && toWithdrawal(row);
    },
  };
}

export function writeWithdrawals(sql: Kysely<AuthSchema>): Withdrawals {
  return {
    async add({ userId, email, passwordHash = null, because, expiresAt }) {
      await sql
        .insertInto("auth.withdrawals")
        .values({
          user_id: userId,
          email,
          password_hash: passwordHash,
          reason: because.reason,
          message: because.message,
          expires_at: expiresAt,
        })
        .execute();
      await sql
        .insertInto("auth.withdrawn_sessions")
        .columns(["token_hash", "user_id"])
        .expression((from) =>
          from.selectFrom("auth.sessions").select(["token_hash", "user_id"]).where("user_id", "=", userId),
        )
        .execute();
    },
  };
}

function withdrawalsOf(sql: Kysely<AuthSchema>, by: WithdrawnBy) {
  const all = sql.selectFrom("auth.withdrawals").selectAll();
  if ("userId" in by) return all.where("user_id", "=", by.userId);
  if ("email" in by) return all.where("email", "=", by.email);
  const sessions = sql.selectFrom("auth.withdrawn_sessions").select("user_id");
  return all.where("user_id", "=", sessions.where("token_hash", "=", by.session));
}

function toWithdrawal(row: WithdrawalRow): Withdrawal {
  return {
    userId: row.user_id,
    email: row.email,
    passwordHash: row.password_hash ?? undefined,
    because: { reason: row.reason, message: row.message },
    expiresAt: row.expires_at,
  };
}
