import type { Database } from "../../../platform/postgres/database.ts";
import type { AuthSchema } from "./schema.ts";

/** Everybody's. Servers that run would notice only after a while. */
export async function endEverySession({ sql: db }: Database<AuthSchema>): Promise<void> {
  await db.deleteFrom("auth.sessions").execute();
}
