import { RateLimiterRedis } from "rate-limiter-flexible";
import { digest, type OpenWindow } from "../rpc/windows.ts";
import type { Redis } from "./redis.ts";

/** All servers count together in Redis; while it is away, in the other way, from nothing. */
export function countInRedis(redis: Redis, otherwise: OpenWindow): OpenWindow {
  const storeClient = {
    eval: (script: string, options: { keys: string[]; arguments: string[] }) =>
      redis.ask((client) => client.eval(script, options)),
    del: (key: string) => redis.ask((client) => client.del(key)),
  };
  return (options) =>
    new CountingInRedis({
      keyPrefix: options.name,
      points: options.tries,
      duration: options.seconds,
      storeClient,
      useRedisPackage: true,
      insuranceLimiter: otherwise(options),
    });
}

class CountingInRedis extends RateLimiterRedis {
  override getKey(key: string | number): string {
    return super.getKey(digest(key));
  }
}
