import { sql } from "kysely";
import type { Database } from "../postgres/database.ts";

/** Deletes answers after a day, and tries whose window has ended. */
export async function forgetCalls(database: Database<unknown>): Promise<void> {
  await sql`delete from calls.answers where created_at < now() - interval '1 day'`.execute(database.sql);
  await sql`delete from calls.tries where expire < extract(epoch from now()) * 1000`.execute(database.sql);
}
