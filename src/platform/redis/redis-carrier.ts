import type { Carrier } from "../signals/carrier.ts";
import type { Redis } from "./redis.ts";

const CHANNEL = "signals";

/** Pub/sub: the texts of a batch go out together, and whoever is not connected misses them. */
export function createRedisCarrier(redis: Redis): Carrier {
  return {
    longestBytes: 1024 * 1024,
    open: (receive) => redis.subscribe(CHANNEL, receive),
    async send(texts) {
      // The client prefixes keys by itself, but not channels.
      const channel = redis.prefix + CHANNEL;
      await redis.ask((client) => Promise.all(texts.map((text) => client.publish(channel, text))));
    },
    // The connections belong to `redis`.
    close: async () => {},
  };
}
