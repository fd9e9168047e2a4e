import { afterAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { describeSeveralServers } from "./several-servers.ts";

let database: TestDatabase;
let spicedb: RunningEngine<Readonly<Record<string, string>>>;

afterAll(async () => {
  await spicedb.discard();
  await database.drop();
});

describeSeveralServers(
  "with one PostgreSQL and SpiceDB",
  async () => {
    database = await createTestDatabase();
    spicedb = await startEngine("spicedb");
    return { DATABASE_URL: database.url, ...spicedb.settings };
  },
  "each",
);
