import { afterAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { describeSeveralServers } from "./several-servers.ts";

let database: TestDatabase;
afterAll(() => database.drop());

describeSeveralServers(
  "with one PostgreSQL",
  async () => {
    database = await createTestDatabase();
    return { DATABASE_URL: database.url };
  },
  "each",
);
