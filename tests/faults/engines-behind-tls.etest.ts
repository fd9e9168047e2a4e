import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFreePort, startServer } from "../../dev/server/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { authority, behindTls } from "../../src/platform/tls/testing/behind-tls.ts";
import { startEngine } from "../../tools/engines/index.ts";

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "chatter-behind-tls-"));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

type Settings = Readonly<Record<string, string>>;

/** With the setting that leads to it, and how that reads over TLS. */
const engines: readonly (readonly [
  name: "redis" | "spicedb" | "vault",
  variable: string,
  reach: (port: number) => string,
])[] = [
  ["redis", "REDIS_URL", (port) => `rediss://localhost:${port}`],
  ["spicedb", "SPICEDB_ENDPOINT", (port) => `grpcs://localhost:${port}`],
  ["vault", "VAULT_ADDR", (port) => `https://localhost:${port}`],
];

describe.each(engines)("%s behind TLS of an authority of one's own", (name, variable, reach) => {
  it("is refused in a line that names the variable, and taken where the authority is set", {
    timeout: 120_000,
  }, async () => {
    const engine = await startEngine(name);
    const settings: Settings = engine.settings;
    const proxy = await behindTls(Number(settings[variable]?.split(":").at(-1)));
    // Where the machine sets gRPC's own variable, it alone would count for SpiceDB.
    const ours = { DATABASE_URL: database.url, GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: "" };
    const env = { ...ours, ...settings, [variable]: reach(proxy.port) };
    const start = async (more: Settings = {}) =>
      startServer({ dataDir, port: await findFreePort(), env: { ...env, ...more } });
    await expect(start()).rejects.toThrow(
      new RegExp(
        `^it ended \\(1\\):\\n${variable}: the server's certificate [^\\n]*NODE_EXTRA_CA_CERTS[^\\n]*$`,
      ),
    );
    await (await start({ NODE_EXTRA_CA_CERTS: authority })).stop();
    await proxy.close();
    await engine.discard();
  });
});
