import { type Kysely, sql } from "kysely";
import type { OrgId, UserId } from "../../kernel/ids.ts";
import type { Rollout } from "./flag.ts";

/** A decision, and whose it was. */
export interface FlagChange extends Rollout {
  readonly changedBy: UserId;
  readonly changedAt: Date;
}

interface Row extends FlagChange {
  readonly flag: string;
}

const columns = sql`flag, percent, on_for as "onFor", off_for as "offFor", changed_by as "changedBy",
  changed_at as "changedAt"`;

/** The latest of each flag that was ever decided about. */
export async function readRollouts(db: Kysely<unknown>, orgId: OrgId): Promise<ReadonlyMap<string, Rollout>> {
  const { rows } = await sql<Row>`
    select distinct on (flag) ${columns} from flags.changes
    where org_id = ${orgId} order by flag, id desc`.execute(db);
  return new Map(rows.map(({ flag, ...change }) => [flag, change]));
}

/** The latest first, at most so many. Index: changes_of_flag. */
export async function readChanges(
  db: Kysely<unknown>,
  { orgId, flag, limit }: { readonly orgId: OrgId; readonly flag: string; readonly limit: number },
): Promise<readonly FlagChange[]> {
  const { rows } = await sql<Row>`
    select ${columns} from flags.changes
    where org_id = ${orgId} and flag = ${flag} order by id desc limit ${limit}`.execute(db);
  return rows.map(({ flag: _flag, ...change }) => change);
}

export async function addChange(
  db: Kysely<unknown>,
  orgId: OrgId,
  { flag, percent, onFor, offFor, changedBy, changedAt }: Row,
): Promise<void> {
  await sql`
    insert into flags.changes (org_id, flag, percent, on_for, off_for, changed_by, changed_at)
    values (${orgId}, ${flag}, ${percent}, ${onFor}, ${offFor}, ${changedBy}, ${changedAt})`.execute(db);
}
