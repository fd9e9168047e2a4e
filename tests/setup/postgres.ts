import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/platform/postgres/embedded/index.ts";
import { dropRunDatabases } from "../../src/platform/postgres/testing/run-databases.ts";

/** What makes writes durable is off: these databases end with the run, and the tests wait for no disk. */
const throwaway = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** One PostgreSQL for the whole run: the one of TEST_DATABASE_URL, or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `chatter_test_${randomBytes(4).toString("hex")}_`;
  project.provide("postgresPrefix", prefix);

  const given = process.env["TEST_DATABASE_URL"];
  if (given) {
    project.provide("postgresUrl", given);
    return () => dropRunDatabases(given, prefix);
  }

  const dataDir = await mkdtemp(join(tmpdir(), "chatter-test-"));
  const postgres = await startEmbeddedPostgres({ dataDir, settings: throwaway });
  project.provide("postgresUrl", postgres.url());
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true });
  };
}
