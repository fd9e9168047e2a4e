import type { Kysely } from "kysely";
import type { AuthReads, EndedSessions } from "../application/store.ts";
import type { AuthSchema } from "./schema.ts";

const DAY_MS = 86_400_000;
const KEEP_DAYS = 90;

export function readEndedSessions(sql: Kysely<AuthSchema>): Pick<AuthReads, "listEndedSessions"> {
  return {
    async listEndedSessions(userId, limit) {
      const rows = await sql
        .selectFrom("auth.ended_sessions")
        .select(["ended_at as endedAt", "ended_by as endedBy", "user_agent as userAgent", "address"])
        .where("user_id", "=", userId)
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows;
    },
  };
}

export function writeEndedSessions(sql: Kysely<AuthSchema>): EndedSessions {
  return {
    async add(session, { by, at }) {
      const { userId, userAgent, address } = session;
      await sql
        .insertInto("auth.ended_sessions")
        .values({ user_id: userId, ended_at: at, ended_by: by, user_agent: userAgent, address })
        .execute();
    },
  };
}

export async function forgetEndedSessions(sql: Kysely<AuthSchema>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_DAYS * DAY_MS);
  await sql.deleteFrom("auth.ended_sessions").where("ended_at", "<=", before).execute();
}
