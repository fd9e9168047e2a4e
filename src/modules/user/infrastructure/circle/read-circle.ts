import { type Kysely, type Selectable, sql as text } from "kysely";
import type { UserId } from "../../../../kernel/ids.ts";
import type { Circle } from "../../application/circle/ports.ts";
import type { CircleSizes, ContactRequest } from "../../domain/circle.ts";
import type { UserSchema } from "../schema.ts";

type Db = Kysely<UserSchema>;

export async function findCircle(sql: Db, userId: UserId): Promise<Circle> {
  const [contacts, blocked, apart, requests] = await Promise.all([
    sql.selectFrom("users.contacts").select("contact_id").where("user_id", "=", userId).execute(),
    sql.selectFrom("users.blocks").select("blocked_id").where("user_id", "=", userId).execute(),
    apartFrom(sql, userId),
    openRequests(sql, userId),
  ]);
  const blockedIds = new Set(blocked.map(({ blocked_id }) => blocked_id));
  return {
    contacts: contacts.map(({ contact_id }) => contact_id),
    received: requests.filter(({ from, to }) => to === userId && !blockedIds.has(from)),
    sent: requests.filter(({ from }) => from === userId),
    blocked: [...blockedIds],
    apart,
  };
}

/** Indexes: the primary key of blocks, and blocks_blocked_by. */
export async function apartFrom(sql: Db, userId: UserId): Promise<readonly UserId[]> {
  const { rows } = await text<{ id: UserId }>`
    select blocked_id as id from users.blocks where user_id = ${userId}
    union select user_id from users.blocks where blocked_id = ${userId}`.execute(sql);
  return rows.map(({ id }) => id);
}

async function openRequests(sql: Db, userId: UserId): Promise<readonly ContactRequest[]> {
  const open = sql.selectFrom("users.contact_requests").selectAll().where("state", "=", text.lit("open"));
  const rows = await open
    .where("to_id", "=", userId)
    .unionAll(open.where("from_id", "=", userId))
    .orderBy("at", "desc")
    .execute();
  return rows.map(toRequest);
}

export async function requestBetween(sql: Db, from: UserId, to: UserId): Promise<ContactRequest | undefined> {
  const row = await sql
    .selectFrom("users.contact_requests")
    .selectAll()
    .where("from_id", "=", from)
    .where("to_id", "=", to)
    .executeTakeFirst();
  return row && toRequest(row);
}

export async function sizesOf(sql: Db, userId: UserId, now: Date): Promise<CircleSizes> {
  const { rows } = await text<CircleSizes>`
    select
      (select count(*)::int from users.contacts where user_id = ${userId}) as contacts,
      (select count(*)::int from users.contact_requests where from_id = ${userId} and state = 'open')
        as "openRequests",
      (select count(*)::int from users.contact_requests
        where from_id = ${userId} and at > ${now}::timestamptz - interval '24 hours') as "requestsToday",
      (select count(*)::int from users.blocks where user_id = ${userId}) as blocks`.execute(sql);
  const [sizes] = rows;
  return sizes ?? { contacts: 0, openRequests: 0, requestsToday: 0, blocks: 0 };
}

type RequestRow = Selectable<UserSchema["users.contact_requests"]>;

const toRequest = ({ from_id, to_id, note, state, at }: RequestRow): ContactRequest => ({
  from: from_id,
  to: to_id,
  ...{ note, state, at },
});
