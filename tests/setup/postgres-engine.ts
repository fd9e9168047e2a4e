import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { startEngine } from "../../tools/engines/index.ts";

/** One PostgreSQL of the oldest version that is supported, for all files of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startEngine("postgres");
  project.provide("postgresUrl", postgres.settings.DATABASE_URL);
  project.provide("postgresPrefix", `chatter_test_${randomBytes(4).toString("hex")}_`);
  return () => postgres.discard();
}
