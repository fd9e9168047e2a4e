import { LRUCache } from "lru-cache";
import type { UserId } from "../../../kernel/ids.ts";
import { type Bus, createLocalBus } from "../../../platform/realtime/local-bus.ts";
import type { Recognition, Recognitions } from "../application/recognition.ts";

export interface RecognitionLimits {
  readonly entries: number;
  /** How long a server that was not told may still let in somebody whose session ended. */
  readonly ttlMs: number;
}

/**
 * Whom credentials belong to, for some seconds. What `forget` is told after a commit holds here at once, and on
 * other servers when they hear of it:
 * an answer that was being looked up meanwhile may be older than that commit, so it is not remembered.
 */
export function createRecognitions(
  limits: RecognitionLimits = { entries: 50_000, ttlMs: 5_000 },
  changed: Bus<UserId> = createLocalBus(),
): Recognitions {
  const credentialsOf = new Map<UserId, Set<string>>();
  const known = new LRUCache<string, Recognition>({
    max: limits.entries,
    ttl: limits.ttlMs,
    dispose: ({ actor }, credential) => unlink(credentialsOf, actor.userId, credential),
    noDisposeOnSet: true,
  });
  let forgotten = 0;
  changed.subscribe((userId) => {
    forgotten += 1;
    for (const credential of credentialsOf.get(userId) ?? []) known.delete(credential);
  });
  return {
    async recall(credential, recognise) {
      const remembered = known.get(credential);
      if (remembered) return remembered;
      const before = forgotten;
      const recognition = await recognise();
      if (recognition && forgotten === before) {
        known.set(credential, recognition);
        link(credentialsOf, recognition.actor.userId, credential);
      }
      return recognition;
    },
    forget: changed.publish,
  };
}

function link(index: Map<UserId, Set<string>>, userId: UserId, credential: string): void {
  const credentials = index.get(userId) ?? new Set();
  credentials.add(credential);
  index.set(userId, credentials);
}

function unlink(index: Map<UserId, Set<string>>, userId: UserId, credential: string): void {
  const credentials = index.get(userId);
  credentials?.delete(credential);
  if (credentials?.size === 0) index.delete(userId);
}
