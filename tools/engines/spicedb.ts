import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { servesGrpc } from "./checks.ts";
import { engine, type Place } from "./engine.ts";
import { ensureDatabase } from "./postgres.ts";

const token = "chatter-development";

/** On a PostgreSQL as in earnest, or in memory. Left to itself it listens on every interface and reports home. */
export const spicedb = engine({
  title: "SpiceDB",
  source: { module: "spicedb", program: "spicedb" },
  ports: { grpc: 15051 },
  wantsDatabase: true,
  prepare: async (place) => {
    if (place.databaseUrl === undefined) return;
    await ensureDatabase(place.databaseUrl, database);
    const args = ["datastore", "migrate", "head", "--skip-release-check", ...datastore(place)];
    await promisify(execFile)(place.program, args);
  },
  command: (place) => ({
    args: [
      ["serve", "--log-level=warn", "--skip-release-check", "--telemetry-endpoint="],
      [`--grpc-addr=127.0.0.1:${place.ports.grpc}`, `--grpc-preshared-key=${token}`],
      ["--metrics-enabled=false", "--dispatch-cache-max-cost=64MiB", "--ns-cache-max-cost=32MiB"],
      datastore(place),
    ].flat(),
  }),
  check: ({ ports }) => servesGrpc(ports.grpc, "authzed.api.v1.PermissionsService"),
  settings: ({ ports }) => ({ SPICEDB_ENDPOINT: `127.0.0.1:${ports.grpc}`, SPICEDB_TOKEN: token }),
});

const database = "spicedb";

function datastore({ databaseUrl }: Place): string[] {
  if (databaseUrl === undefined) return ["--datastore-engine=memory"];
  const url = new URL(databaseUrl);
  url.pathname = database;
  url.searchParams.set("sslmode", "disable");
  return ["--datastore-engine=postgres", `--datastore-conn-uri=${url.href}`];
}
