import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { inject } from "vitest";
import { dropDatabase, onServer } from "./run-databases.ts";

export interface TestDatabase {
  readonly url: string;
  /** Ends the connections that are still open, and drops the database. */
  readonly drop: () => Promise<void>;
}

export interface TestTemplate {
  /** Names the content: callers with the same name share what the first of them prepared. */
  readonly name: string;
  /** Fills an empty database, such as by migrating it. */
  prepare(url: string): Promise<void>;
}

// Roles belong to the whole server, so even the preparations of different templates go one by one.
const preparing = 727_450_212;

/** A database for one test file: empty, or a clone of a template that is prepared once a run. */
export async function createTestDatabase(template?: TestTemplate): Promise<TestDatabase> {
  const server = inject("postgresUrl");
  const name = `${inject("postgresPrefix")}${randomUUID().replaceAll("-", "")}`;
  await onServer(server, async (client) => {
    const source = template ? await ensureTemplate(client, server, template) : "template0";
    await client.query(`create database ${name} template ${client.escapeIdentifier(source)}`);
  });
  return {
    url: withDatabase(server, name),
    drop: () => onServer(server, (client) => dropDatabase(client, name)),
  };
}

/** Prepares the template unless that was done. The lock ends with the caller's connection at the latest. */
async function ensureTemplate(client: Client, server: string, template: TestTemplate): Promise<string> {
  const name = `${inject("postgresPrefix")}template_${template.name}`;
  await client.query("select pg_advisory_lock($1)", [preparing]);
  if (!(await isPrepared(client, name))) {
    const id = client.escapeIdentifier(name);
    await dropDatabase(client, name);
    await client.query(`create database ${id} template template0`);
    await template.prepare(withDatabase(server, name));
    await client.query(`alter database ${id} is_template true allow_connections false`);
  }
  await client.query("select pg_advisory_unlock($1)", [preparing]);
  return name;
}

/** Being marked as a template is the last step: a preparation that failed is not taken for a good one. */
async function isPrepared(client: Client, name: string): Promise<boolean> {
  const found = await client.query("select from pg_database where datname = $1 and datistemplate", [name]);
  return found.rowCount === 1;
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
