import { afterAll } from "vitest";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { TestDatabase } from "../../postgres/testing/database.ts";
import { describeWorkflows } from "../testing/workflow-contract.ts";

let database: TestDatabase;
afterAll(() => database.drop());

describeWorkflows("on PostgreSQL alone", async () => {
  database = await createMigratedDatabase();
  return { kind: "embedded", url: database.url };
});
