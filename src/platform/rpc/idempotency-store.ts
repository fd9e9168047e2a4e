import { LRUCache } from "lru-cache";

/** What a call answered, independent of the protocol that it was asked in. */
export interface StoredAnswer {
  readonly message: Uint8Array;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export type Claim =
  | {
      readonly kind: "first";
      /** False where it could not be kept, or the call was taken over by another server meanwhile. */
      keep(answer: StoredAnswer): Promise<boolean>;
      release(): Promise<void>;
    }
  | { readonly kind: "repeated"; readonly answer: StoredAnswer }
  /** The key names another request. */
  | { readonly kind: "reused" };

/** Remembers answers, alone or together with other servers. */
export interface IdempotencyStore {
  /**
   * Claims the key for a request. Where the same request is under way elsewhere, waits until it is
   * answered, or until it has failed and this one becomes the first.
   */
  claim(key: string, request: string): Promise<Claim>;
}

interface Running {
  readonly request: string;
  readonly over: Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_BYTES = 32 * 1024 * 1024;
const ENTRY_OVERHEAD_BYTES = 512;

/** Keeps answers for a day, or until newer ones need the space. */
export function createMemoryIdempotencyStore(maxBytes = DEFAULT_BYTES): IdempotencyStore {
  const running = new Map<string, Running>();
  const answered = new LRUCache<string, { request: string; answer: StoredAnswer }>({
    maxSize: maxBytes,
    sizeCalculation: ({ answer }) => answer.message.byteLength + ENTRY_OVERHEAD_BYTES,
    ttl: DAY_MS,
  });

  const begin = (key: string, request: string): Claim => {
    const { promise, resolve } = Promise.withResolvers<void>();
    running.set(key, { request, over: promise });
    const finish = async () => {
      running.delete(key);
      resolve();
    };
    return {
      kind: "first",
      keep: async (answer) => {
        answered.set(key, { request, answer });
        await finish();
        return true;
      },
      release: finish,
    };
  };

  return {
    async claim(key, request) {
      for (;;) {
        const known = answered.get(key) ?? running.get(key);
        if (known === undefined) return begin(key, request);
        if (known.request !== request) return { kind: "reused" };
        if ("answer" in known) return { kind: "repeated", answer: known.answer };
        await known.over;
      }
    },
  };
}
