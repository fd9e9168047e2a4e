import { afterAll, beforeAll } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import { describeSharedWindows } from "./testing/windows-contract.ts";
import { countInPostgres } from "./windows.ts";

let created: TestDatabase;
let database: Database<unknown>;

beforeAll(async () => {
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_calls", onError: () => {} });
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

describeSharedWindows("in PostgreSQL", () => countInPostgres(database));
