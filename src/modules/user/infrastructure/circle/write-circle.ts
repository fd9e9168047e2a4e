import { type Kysely, sql as text } from "kysely";
import type { UserId } from "../../../../kernel/ids.ts";
import type { CircleChange, ContactRequest } from "../../domain/circle.ts";
import type { UserSchema } from "../schema.ts";
import { findCircle } from "./read-circle.ts";

type Db = Kysely<UserSchema>;

/** Brings the tables to where the change says they are. */
export async function writeChange(sql: Db, change: CircleChange): Promise<void> {
  switch (change.type) {
    case "requested":
    case "answered":
      return saveRequest(sql, change.request);
    case "became_contacts": {
      const { by, other } = change;
      await text`
        delete from users.contact_requests
        where (from_id = ${by} and to_id = ${other}) or (from_id = ${other} and to_id = ${by})`.execute(sql);
      await sql
        .insertInto("users.contacts")
        .values([
          { user_id: by, contact_id: other },
          { user_id: other, contact_id: by },
        ])
        .execute();
      return;
    }
    case "parted":
      await text`
        delete from users.contacts
        where (user_id = ${change.by} and contact_id = ${change.other})
          or (user_id = ${change.other} and contact_id = ${change.by})`.execute(sql);
      return;
    case "blocked":
      await sql.insertInto("users.blocks").values({ user_id: change.by, blocked_id: change.other }).execute();
      return;
    case "unblocked":
      await sql
        .deleteFrom("users.blocks")
        .where("user_id", "=", change.by)
        .where("blocked_id", "=", change.other)
        .execute();
  }
}

async function saveRequest(sql: Db, { from, to, note, state, at }: ContactRequest): Promise<void> {
  await sql
    .insertInto("users.contact_requests")
    .values({ from_id: from, to_id: to, note, state, at })
    .onConflict((conflict) => conflict.columns(["from_id", "to_id"]).doUpdateSet({ note, state, at }))
    .execute();
}

/** Answers whom they knew or asked or were asked by, and with whom they were apart. */
export async function forgetCircle(
  sql: Db,
  userId: UserId,
): Promise<{ readonly known: readonly UserId[]; readonly apart: readonly UserId[] }> {
  const { contacts, received, sent, apart } = await findCircle(sql, userId);
  const known = [...contacts, ...received.map(({ from }) => from), ...sent.map(({ to }) => to)];
  await text`delete from users.contacts where user_id = ${userId} or contact_id = ${userId}`.execute(sql);
  await text`delete from users.contact_requests where from_id = ${userId} or to_id = ${userId}`.execute(sql);
  await text`delete from users.blocks where user_id = ${userId} or blocked_id = ${userId}`.execute(sql);
  return { known, apart };
}
