import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../dev/server/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";

const NOBODY = "127.0.0.1:1";

let database: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "chatter-refused-"));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

describe("a program whose engine is not where the settings say", () => {
  it.each<[variable: string, settings: Record<string, string>]>([
    ["DATABASE_URL", { DATABASE_URL: `postgres://chatter:hunter2@${NOBODY}/chatter` }],
    ["REDIS_URL", { REDIS_URL: `redis://:hunter2@${NOBODY}` }],
    ["SMTP_URL", { SMTP_URL: `smtp://chatter:hunter2@${NOBODY}` }],
    ["SPICEDB_ENDPOINT", { SPICEDB_ENDPOINT: NOBODY, SPICEDB_TOKEN: "hunter2" }],
  ])("ends with 1 and one line that names %s and no secret", async (variable, settings) => {
    const env = { DATABASE_URL: database.url, LOG_LEVEL: "silent", ...settings };
    const failure: unknown = await startServer({ dataDir, port: 0, env }).catch((error: unknown) => error);
    const [how, ...lines] = String(failure).split("\n");
    expect(how).toBe("Error: it ended (1):");
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${variable}: .*; `))]);
    expect(lines.join("")).not.toContain("hunter2");
  });
});
