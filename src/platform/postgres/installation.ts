import { createHash } from "node:crypto";
import pg from "pg";

/** Names the database among all there are, so that installations which share an engine do not meet in it. */
export async function nameInstallation(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select system_identifier::text as cluster, current_database() as database from pg_control_system()",
    );
    return createHash("sha256").update(JSON.stringify(rows)).digest("hex").slice(0, 12);
  } finally {
    await client.end();
  }
}
