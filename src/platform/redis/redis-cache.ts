import { RESP_TYPES } from "@redis/client";
import type { Redis } from "./redis.ts";

/** Keeps what can be made again, for some time or until it is lost. */
export interface Cache {
  /** Undefined where it is not kept, or nobody can tell. */
  find(key: string): Promise<Buffer | undefined>;
  /** Does not wait; may fail without harm. */
  keep(key: string, value: Buffer): void;
}

/** Under a name that nobody else uses in this installation. */
export function createRedisCache(redis: Redis, name: string, seconds: number): Cache {
  const bytes = { [RESP_TYPES.BLOB_STRING]: Buffer };
  // What Redis cannot answer is counted by `redis`, and made again by who asks.
  return {
    find: (key) =>
      redis
        .ask((client) => client.withTypeMapping(bytes).get(`${name}:${key}`))
        .then(
          (found) => found ?? undefined,
          () => undefined,
        ),
    keep(key, value) {
      const options = { expiration: { type: "EX", value: seconds } } as const;
      redis.ask((client) => client.set(`${name}:${key}`, value, options)).catch(() => undefined);
    },
  };
}
