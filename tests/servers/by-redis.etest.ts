import { afterAll } from "vitest";
import { type RedisProcess, startRedis } from "../../dev/server/redis-process.ts";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { describeSeveralServers } from "./several-servers.ts";

let database: TestDatabase;
let redis: RedisProcess;

afterAll(async () => {
  await redis.kill();
  await database.drop();
});

describeSeveralServers("with one PostgreSQL and Redis", async () => {
  database = await createTestDatabase();
  redis = await startRedis();
  return { DATABASE_URL: database.url, REDIS_URL: redis.url };
});
