import { Client } from "pg";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PostgreSQL server on which tests may create databases and roles. */
    postgresUrl: string;
    /** What the names of this run's databases begin with. */
    postgresPrefix: string;
  }
}

/** Runs the work on one connection of its own. */
export async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops what a run left on a server that outlives it. */
export async function dropRunDatabases(url: string, prefix: string): Promise<void> {
  await onServer(url, async (client) => {
    const found = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of found.rows) await dropDatabase(client, datname);
  });
}

/** Ends the connections to the database and drops it, be it a template or not. */
export async function dropDatabase(client: Client, name: string): Promise<void> {
  const id = client.escapeIdentifier(name);
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (rowCount === 0) return;
  await client.query(`alter database ${id} is_template false`);
  await client.query(`drop database ${id} with (force)`);
}
