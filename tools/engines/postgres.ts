import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { engine, type Place } from "./engine.ts";

const superuser = "chatter";

/** The disk is not waited for: what these databases hold is for trying out and for tests. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  // SpiceDB reads its changes by their times.
  track_commit_timestamp: "on",
};

/** The oldest PostgreSQL of the machine that Chatter runs on, for the embedded one is the newest. */
export const postgres = engine({
  title: "PostgreSQL",
  source: { package: "postgresql", program: "postgres", folders: "/usr/lib/postgresql/{15,16,17,18}/bin" },
  ports: { postgres: 15432 },
  refusesRoot: true,
  // Ends connections instead of waiting for them.
  stopSignal: "SIGINT",
  prepare: async (place) => {
    if (!existsSync(cluster(place))) await createCluster(place);
  },
  command: (place) => ({
    args: [
      ["-D", cluster(place), "-p", String(place.ports.postgres)],
      Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ].flat(),
  }),
  check: ({ ports }) => onServer(databaseUrl(ports.postgres, "postgres"), "select"),
  open: ({ ports }) => ensureDatabase(databaseUrl(ports.postgres, "postgres"), superuser),
  settings: ({ ports }) => ({ DATABASE_URL: databaseUrl(ports.postgres, superuser) }),
});

/** Creates the database unless it is there, and answers its address. */
export async function ensureDatabase(server: string, name: string): Promise<string> {
  await onServer(server, `create database ${name}`).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

function cluster(place: Place): string {
  return join(place.folder, "cluster");
}

/** Made beside its place and renamed, so that an interrupted start leaves no half of one. */
async function createCluster(place: Place): Promise<void> {
  const unfinished = `${cluster(place)}.new`;
  await rm(unfinished, { recursive: true, force: true });
  const args = ["-D", unfinished, "-U", superuser, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8"];
  const initdb = join(dirname(place.program), "initdb");
  await promisify(execFile)(initdb, [...args, "--no-sync"], { ...place.user, cwd: place.folder });
  await rename(unfinished, cluster(place));
}

function databaseUrl(port: number, database: string): string {
  return `postgres://${superuser}@127.0.0.1:${port}/${database}`;
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42P04";
}
