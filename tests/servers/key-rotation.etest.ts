import { join } from "node:path";
import { afterAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { describeKeyRotation } from "./key-rotation.ts";

let database: TestDatabase;
let vault: RunningEngine<Readonly<Record<string, string>>>;
afterAll(async () => {
  await vault.discard();
  await database.drop();
});

describeKeyRotation("with a key in Vault, and no file", async (folder) => {
  database = await createTestDatabase();
  vault = await startEngine("vault");
  const settings = { DATABASE_URL: database.url, ...vault.settings };
  return { settings, dataDirs: [join(folder, "one"), join(folder, "two")], loseKey: () => vault.stop() };
});
