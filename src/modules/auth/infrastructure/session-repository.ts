import type { Kysely } from "kysely";
import type { SessionId, UserId } from "../../../kernel/ids.ts";
import type { SecretHash } from "../application/ports.ts";
import type { AuthReads, EndedOf, Sessions } from "../application/store.ts";
import { describeClient, type Session } from "../domain/session.ts";
import { toAccount } from "./account-repository.ts";
import type { AuthSchema, SessionRow } from "./schema.ts";

export function readSessions(
  sql: Kysely<AuthSchema>,
): Pick<AuthReads, "findSession" | "listSessions" | "noteSessionSeen"> {
  return {
    async findSession(by) {
      const row = await sql
        .selectFrom("auth.sessions")
        .innerJoin("auth.accounts", "auth.accounts.user_id", "auth.sessions.user_id")
        .selectAll("auth.accounts")
        .select([
          ...["id", "created_at", "last_seen_at", "user_agent", "address", "method", "confirmed_at"],
        ] as const)
        .where((where) => (isId(by) ? where("id", "=", by) : where("token_hash", "=", by)))
        .executeTakeFirst();
      return row && { credential: toSession(row), account: toAccount(row) };
    },
    async listSessions(userId) {
      const rows = await sql.selectFrom("auth.sessions").selectAll().where("user_id", "=", userId).execute();
      return rows.map(toSession);
    },
    async noteSessionSeen(id, client, at) {
      const { address, userAgent } = describeClient(client);
      await sql
        .updateTable("auth.sessions")
        .set({ last_seen_at: at, address, user_agent: userAgent })
        .where("id", "=", id)
        .execute();
    },
  };
}

export function writeSessions(sql: Kysely<AuthSchema>): Sessions {
  return {
    async add(session, token, provided) {
      await sql
        .insertInto("auth.sessions")
        .values({
          id: session.id,
          user_id: session.userId,
          token_hash: token,
          created_at: session.createdAt,
          last_seen_at: session.lastSeenAt,
          user_agent: session.userAgent,
          address: session.address,
          method: session.method,
          confirmed_at: session.confirmedAt,
          provider_issuer: provided?.issuer ?? null,
          provider_subject: provided?.subject ?? null,
          provider_sid: provided?.sid ?? null,
        })
        .execute();
    },
    async endProvided({ issuer, sid, subject }) {
      let theirs = sql.deleteFrom("auth.sessions").where("provider_issuer", "=", issuer);
      if (sid !== undefined) theirs = theirs.where("provider_sid", "=", sid);
      if (subject !== undefined) theirs = theirs.where("provider_subject", "=", subject);
      return byPerson(await theirs.returning(["id", "user_id"]).execute());
    },
    async end(userId, id) {
      const ended = await endedSessions(sql, userId).where("id", "=", id).execute();
      return ended.length === 1;
    },
    async endOpenedBy(methods) {
      const theirs = sql.deleteFrom("auth.sessions").where("method", "in", methods);
      return byPerson(await theirs.returning(["id", "user_id"]).execute());
    },
    async confirm(id, at, method) {
      const change = { confirmed_at: at, ...(method && { method }) };
      await sql.updateTable("auth.sessions").set(change).where("id", "=", id).execute();
    },
    async endOldest(userId, keep) {
      const oldest = sql
        .selectFrom("auth.sessions")
        .select("id")
        .where("user_id", "=", userId)
        .orderBy("last_seen_at", "desc")
        .orderBy("id", "desc")
        .offset(keep);
      const ended = await endedSessions(sql, userId).where("id", "in", oldest).execute();
      return ended.map(({ id }) => id);
    },
    async endAll(userId, keep) {
      const theirs = endedSessions(sql, userId);
      const ended = await (keep === undefined ? theirs : theirs.where("id", "<>", keep)).execute();
      return ended.map(({ id }) => id);
    },
  };
}

function byPerson(ended: readonly Pick<SessionRow, "id" | "user_id">[]): EndedOf {
  const people = new Map<UserId, SessionId[]>();
  for (const { id, user_id } of ended) people.set(user_id, [...(people.get(user_id) ?? []), id]);
  return people;
}

function isId(by: SecretHash | SessionId): by is SessionId {
  return typeof by === "string";
}

function endedSessions(sql: Kysely<AuthSchema>, userId: UserId) {
  return sql.deleteFrom("auth.sessions").where("user_id", "=", userId).returning("id");
}

type SeenRow = Omit<SessionRow, "token_hash" | "provider_issuer" | "provider_subject" | "provider_sid">;

function toSession(row: SeenRow): Session {
  return {
    id: row.id,
    userId: row.user_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    userAgent: row.user_agent,
    address: row.address,
    method: row.method,
    confirmedAt: row.confirmed_at ?? row.created_at,
  };
}
