import pg from "pg";
import { findApplied, isPending } from "./applied-migrations.ts";
import type { SchemaMigrations } from "./migrate.ts";

/** How a database is, for its operator. */
export interface VitalSigns {
  readonly version: string;
  /** As PostgreSQL writes it, such as 12 MB. */
  readonly size: string;
  readonly schema: "absent" | "older" | "newest";
  /** How far the clock of its machine is from that of this one, in seconds. */
  readonly clockApart: number;
  readonly connections: { readonly used: number; readonly most: number };
}

export async function readVitalSigns(url: string, schemas: readonly SchemaMigrations[]): Promise<VitalSigns> {
  const client = new pg.Client({ connectionString: url, application_name: "chatter_doctor" });
  await client.connect();
  try {
    const clockApart = await compareClocks(client);
    const { rows } = await client.query<{ version: string; size: string; used: number; most: number }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version,
              pg_size_pretty(pg_database_size(current_database())) as size,
              current_setting('max_connections')::int as most,
              (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`,
    );
    const { version = "", size = "", used = 0, most = 0 } = rows[0] ?? {};
    const schema = await ageOf(client, schemas);
    return { version, size, schema, clockApart, connections: { used, most } };
  } finally {
    await client.end();
  }
}

async function ageOf(client: pg.Client, schemas: readonly SchemaMigrations[]): Promise<VitalSigns["schema"]> {
  if ((await findApplied(client, schemas)).length === 0) return "absent";
  return (await isPending(client, schemas)) ? "older" : "newest";
}

/** The answer was made somewhere between question and arrival. */
async function compareClocks(client: pg.Client): Promise<number> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>("select clock_timestamp() as now");
  const after = Date.now();
  const there = rows[0]?.now.getTime() ?? before;
  return Math.max(0, before - there, there - after) / 1000;
}
