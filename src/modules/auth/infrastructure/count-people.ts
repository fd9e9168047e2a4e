import { sql } from "kysely";
import type { Database } from "../../../platform/postgres/database.ts";
import type { AuthSchema } from "./schema.ts";

/** How many accounts there are. */
export interface PeopleCount {
  /** Without guests. */
  readonly members: number;
  readonly guests: number;
  readonly deactivated: number;
}

export async function countPeople({ sql: db }: Database<AuthSchema>): Promise<PeopleCount> {
  return db
    .selectFrom("auth.accounts")
    .select([
      sql<number>`count(*) filter (where deactivated_at is null and role <> 'guest')::int`.as("members"),
      sql<number>`count(*) filter (where deactivated_at is null and role = 'guest')::int`.as("guests"),
      sql<number>`count(deactivated_at)::int`.as("deactivated"),
    ])
    .executeTakeFirstOrThrow();
}
