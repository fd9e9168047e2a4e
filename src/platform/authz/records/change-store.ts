import { type Kysely, sql } from "kysely";
import type { ChangesAsked, RelationshipChange } from "../oversight.ts";
import { PERSON } from "../schema.ts";

/** The latest first, by one of the indexes of authz.changes. */
export async function readChanges(
  db: Kysely<unknown>,
  { resource, user, before, limit }: ChangesAsked,
): Promise<readonly RelationshipChange[]> {
  const conditions = [
    ...(resource === undefined ? [] : [sql`resource = ${resource}`]),
    ...(user === undefined ? [] : [sql`subject = ${`${PERSON}:${user}`}`]),
    ...(before === undefined ? [] : [sql`id < ${before}`]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const { rows } = await sql<Omit<RelationshipChange, "by"> & { actor: RelationshipChange["by"] | null }>`
    select id, at, actor, removed, resource, relation, subject from authz.changes ${where}
    order by id desc limit ${limit}`.execute(db);
  return rows.map(({ actor, ...change }) => ({ ...change, by: actor ?? undefined }));
}
