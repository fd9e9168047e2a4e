import { type Kysely, sql as text } from "kysely";
import type { OrgId } from "../../../../kernel/ids.ts";
import type { UserSchema } from "../schema.ts";

type Db = Kysely<UserSchema>;

/** Waits for whoever takes the same handle. Whoever gives a handle to a person or a group calls it first. */
export async function lockHandle(sql: Db, orgId: OrgId, handle: string): Promise<void> {
  await text`select pg_advisory_xact_lock(hashtextextended(${`users.handle ${orgId} ${handle}`}, 0))`.execute(
    sql,
  );
}

export async function groupHasHandle(sql: Db, orgId: OrgId, handle: string): Promise<boolean> {
  const groups = sql.selectFrom("users.groups").select("id").where("org_id", "=", orgId);
  return (await groups.where("handle", "=", handle).executeTakeFirst()) !== undefined;
}

export async function personHasHandle(sql: Db, orgId: OrgId, handle: string): Promise<boolean> {
  const people = sql.selectFrom("users.users").select("id").where("org_id", "=", orgId);
  return (await people.where("handle", "=", handle).executeTakeFirst()) !== undefined;
}
