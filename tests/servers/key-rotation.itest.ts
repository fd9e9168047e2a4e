import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { findFreePort, startServer } from "../../dev/server/server-process.ts";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { describeKeyRotation, operate } from "./key-rotation.ts";

let database: TestDatabase;
afterAll(() => database.drop());

describeKeyRotation("on one key file", async (folder) => {
  database = await createTestDatabase();
  const loseKey = () => rm(join(folder, "secrets.key"));
  return { settings: { DATABASE_URL: database.url }, dataDirs: [folder, folder], loseKey };
});

it("a server without the key file of the others starts only once what it reads was given up", {
  timeout: 120_000,
}, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-keyless-"));
  const env = { DATABASE_URL: database.url };
  const start = async () => startServer({ dataDir, port: await findFreePort(), env });
  await expect(start()).rejects.toThrow(/^it ended \(1\):\n\S+secrets\.key is missing: [^\n]+$/);
  expect(await operate("give-up", { ...env, DATA_DIR: dataDir })).toMatch(/^Given up:\nauth\.signing_keys\//);
  await (await start()).stop();
  await rm(dataDir, { recursive: true });
});
