import { type Kysely, sql } from "kysely";
import type { OrgId, UserId } from "../../../kernel/ids.ts";
import type { Usage } from "../domain/quota.ts";
import type { FileSchema } from "./schema.ts";

type Db = Kysely<FileSchema>;

export async function usageOf(db: Db, orgId: OrgId, userId: UserId): Promise<Usage> {
  const rows = await db
    .selectFrom("file.usage")
    .select(["user_id", "bytes"])
    .where("org_id", "=", orgId)
    .where("user_id", "in", ["", userId])
    .execute();
  const bytesOf = (id: UserId | "") => Number(rows.find((row) => row.user_id === id)?.bytes ?? 0n);
  return { person: bytesOf(userId), org: bytesOf("") };
}

/** As `usageOf`; until the transaction ends nobody else changes either. */
export async function lockUsage(db: Db, orgId: OrgId, userId: UserId): Promise<Usage> {
  await changeUsage(db, { orgId, ownerId: userId, bytes: 0 });
  return usageOf(db, orgId, userId);
}

interface Change {
  readonly orgId: OrgId;
  readonly ownerId: UserId;
  /** More, or fewer where it is negative. */
  readonly bytes: number;
}

/** First the organisation, then the person: always in this order. */
export async function changeUsage(db: Db, { orgId, ownerId, bytes }: Change): Promise<void> {
  await sql`
    insert into file.usage as u (org_id, user_id, bytes)
    select ${orgId}, counted.user_id, 0 from unnest(${["", ownerId]}::text[]) as counted (user_id)
    on conflict do nothing`.execute(db);
  for (const user of ["", ownerId]) {
    await sql`
      update file.usage set bytes = bytes + ${bytes} where org_id = ${orgId} and user_id = ${user}`.execute(
      db,
    );
  }
}
