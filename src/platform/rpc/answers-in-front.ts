import { createHash } from "node:crypto";
import type { Cache } from "../redis/redis-cache.ts";
import type { IdempotencyStore, StoredAnswer } from "./idempotency-store.ts";
import { openAnswer, sealAnswer } from "./sealed-answer.ts";

/**
 * Answers repetitions from a cache in front of the store. What is promised is promised by the store: it alone says
 * who is the first, and only what it has kept is put in front of it. Whatever is not found there is asked of it.
 */
export function answerInFront(store: IdempotencyStore, cache: Cache): IdempotencyStore {
  return {
    async claim(key, request) {
      const place = placeOf(key, request);
      const answer = readable(await cache.find(place), request);
      if (answer !== undefined) return { kind: "repeated", answer };
      const claim = await store.claim(key, request);
      if (claim.kind !== "first") return claim;
      return {
        ...claim,
        async keep(given) {
          const kept = await claim.keep(given);
          if (kept) cache.keep(place, sealAnswer(given, request));
          return kept;
        },
      };
    },
  };
}

/** Another request under the same key has another place: the store refuses it. */
function placeOf(key: string, request: string): string {
  return createHash("sha256")
    .update(JSON.stringify([key, request]))
    .digest("base64url");
}

function readable(found: Buffer | undefined, request: string): StoredAnswer | undefined {
  if (found === undefined) return undefined;
  try {
    return openAnswer(found, request);
  } catch {
    // Not what we have put there; the store knows.
    return undefined;
  }
}
