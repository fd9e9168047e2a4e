import type { Kysely } from "kysely";
import { expiredBefore } from "../domain/session.ts";
import { forgetEndedSessions } from "./ended-sessions.ts";
import type { AuthSchema } from "./schema.ts";
import { forgetSignIns } from "./sign-in-repository.ts";

const EXPIRING = [
  "auth.invitations",
  "auth.links",
  "auth.registrations",
  "auth.ceremonies",
  "auth.withdrawals",
  "auth.heard_logouts",
] as const;

export async function forgetExpired(sql: Kysely<AuthSchema>, now: Date): Promise<void> {
  await forgetEndedSessions(sql, now);
  await forgetSignIns(sql, now);
  const { lastSeenAt, createdAt } = expiredBefore(now);
  await sql
    .deleteFrom("auth.sessions")
    .where((where) =>
      where.or([where("last_seen_at", "<=", lastSeenAt), where("created_at", "<=", createdAt)]),
    )
    .execute();
  for (const table of EXPIRING) {
    await sql.deleteFrom(table).where("expires_at", "<=", now).execute();
  }
}
