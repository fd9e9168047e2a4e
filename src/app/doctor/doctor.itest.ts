import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestDatabase } from "../../platform/postgres/testing/database.ts";
import type { Config } from "../config.ts";
import { createMigratedDatabase } from "../testing/database.ts";
import { testConfig } from "../testing/served-program.ts";
import { room } from "./check-machine.ts";
import { examine } from "./doctor.ts";

let database: TestDatabase;
let dataDir: string;

beforeEach(async () => {
  [database, dataDir] = await Promise.all([
    createMigratedDatabase(),
    mkdtemp(join(tmpdir(), "chatter-doctor-")),
  ]);
});

afterEach(() => Promise.all([database.drop(), rm(dataDir, { recursive: true })]));

async function problems(settings: Partial<Config> = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const { findings } of examine(testConfig({ dataDir, databaseUrl: database.url, ...settings }))) {
    found.push(...findings.filter(({ state }) => state === "problem").map(({ what }) => what));
  }
  // Whether it is built is not for these tests.
  return found.filter((what) => !what.startsWith("The web client"));
}

describe("the doctor", () => {
  it("finds nothing wrong with an installation that is as it should be", async () => {
    expect(await problems()).toEqual([]);
  });

  it("names every engine that does not answer, and no secret", async () => {
    const found = await problems({
      redisUrl: "redis://:hunter2@127.0.0.1:1",
      mail: { smtpUrl: "smtp://ada:hunter2@127.0.0.1:1", from: "a@example.org" },
      vault: { address: "http://127.0.0.1:1", key: "transit/chatter", token: { text: "hunter2" } },
      spicedb: { endpoint: "127.0.0.1:1", token: "hunter2" },
    });
    expect(found.map((what) => what.split(":")[0])).toEqual([
      "REDIS_URL",
      "SPICEDB_ENDPOINT",
      "VAULT_ADDR",
      "SMTP_URL",
    ]);
    expect(found.join()).not.toContain("hunter2");
  });

  it("names a database that cannot be reached, and looks at the rest all the same", async () => {
    const found = await problems({
      databaseUrl: "postgres://chatter:hunter2@127.0.0.1:1/chatter",
      redisUrl: "redis://127.0.0.1:1",
    });
    expect(found.map((what) => what.split(":")[0])).toEqual(["DATABASE_URL", "REDIS_URL"]);
    expect(found.join()).not.toContain("hunter2");
  });

  it("tells of a key that others can read", async () => {
    const key = join(dataDir, "secrets.key");
    await writeFile(key, "{}");
    await chmod(key, 0o644);
    expect(await problems()).toEqual([`The key of secrets in ${key} can be read by others.`]);
  });

  it("warns of a disk that fills up, and later calls it a problem", () => {
    expect([50, 3, 0.5].map((gib) => room(gib).state)).toEqual(["fine", "warning", "problem"]);
  });
});
