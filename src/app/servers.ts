import type { Log } from "../platform/log/log.ts";
import { nameInstallation } from "../platform/postgres/installation.ts";
import { roleOf } from "../platform/postgres/migrate.ts";
import type { Bus } from "../platform/realtime/local-bus.ts";
import type { Redis } from "../platform/redis/redis.ts";
import { createPostgresCarrier } from "../platform/signals/postgres-carrier.ts";
import { createSignals, type Signals } from "../platform/signals/signals.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import type { Config } from "./config.ts";
import type { Lifecycle } from "./lifecycle.ts";

interface Surroundings {
  readonly config: Config;
  /** The database that all processes of the installation share. */
  readonly url: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
}

/** The Redis of the settings. Its client is loaded only where there is one. */
export async function openRedisOf({
  config,
  url,
  lifecycle,
  ...rest
}: Surroundings): Promise<Redis | undefined> {
  if (config.redisUrl === undefined) return undefined;
  const { openRedis } = await import("../platform/redis/redis.ts");
  const prefix = `chatter:${await nameInstallation(url)}:`;
  const redis = await openRedis({ ...rest, url: config.redisUrl, prefix });
  lifecycle.opened("Redis", redis.close);
  return redis;
}

/**
 * Between processes by Redis where there is one, and by PostgreSQL otherwise or while Redis is away. A
 * database that the program has started itself serves this process only.
 */
export async function openSignals({
  config,
  url,
  redis,
  log,
  metrics,
  lifecycle,
}: Surroundings & { readonly redis: Redis | undefined }): Promise<Signals> {
  const carriers = [];
  if (redis !== undefined) {
    const { createRedisCarrier } = await import("../platform/redis/redis-carrier.ts");
    carriers.push(createRedisCarrier(redis));
  }
  if (config.databaseUrl !== undefined)
    carriers.push(createPostgresCarrier({ url, role: roleOf("events"), log }));
  const signals = createSignals({ carriers, log, metrics });
  await signals.start();
  lifecycle.opened("signals", signals.stop);
  return signals;
}

/** What tells the relays of all processes that an event was committed. */
export async function openBell({
  redis,
  signals,
}: {
  readonly redis: Redis | undefined;
  readonly signals: Signals;
}): Promise<Bus<null>> {
  if (redis === undefined) return signals.topic("events");
  const { openStreamBell } = await import("../platform/redis/stream-bell.ts");
  return openStreamBell(redis);
}
