import { afterAll } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { describeSeveralServers } from "./several-servers.ts";

let database: TestDatabase;
let redis: RunningEngine<{ readonly REDIS_URL: string }>;

afterAll(async () => {
  await redis.discard();
  await database.drop();
});

describeSeveralServers(
  "with one PostgreSQL and Redis",
  async () => {
    database = await createTestDatabase();
    redis = await startEngine("redis");
    return { DATABASE_URL: database.url, REDIS_URL: redis.settings.REDIS_URL };
  },
  "together",
);
