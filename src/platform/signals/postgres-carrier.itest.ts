import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../postgres/testing/database.ts";
import { createPostgresCarrier } from "./postgres-carrier.ts";
import { describeCarrier } from "./testing/carrier-contract.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

describeCarrier("by LISTEN and NOTIFY", () => ({
  carrier: () => createPostgresCarrier({ url: database.url, role: "none", log: { warn: () => {} } }),
  async interrupt() {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% signals' and datname = current_database()",
    );
    await client.end();
  },
}));
