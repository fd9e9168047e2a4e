import { hash, verify } from "@node-rs/argon2";
import type { PasswordHasher } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";

// Argon2id, OWASP's second choice of equal strength: 19 MiB, two passes, one thread. It is the library's
// default algorithm; its constant cannot be named here because it is a const enum.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface HasherLimits {
  /** Hashes at a time: each takes a thread and 19 MiB. */
  readonly atOnce: number;
  /** How many more may wait for their turn. */
  readonly waiting: number;
}

/** Bounded, so that a flood of sign-ins costs the rest of the server neither its memory nor its threads. */
export function createPasswordHasher(limits: HasherLimits = { atOnce: 2, waiting: 100 }): PasswordHasher {
  const inTurn = createTurns(limits);
  // Compared where there is no account, so that this takes as long.
  let decoy: Promise<string> | undefined;
  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    verify: (password, hashed) =>
      inTurn(async () => {
        if (hashed !== undefined) return verify(hashed, password);
        decoy ??= hash("nobody has this password", COST);
        await verify(await decoy, password);
        return false;
      }),
  };
}

function createTurns({ atOnce, waiting }: HasherLimits) {
  let free = atOnce;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else if (queue.length >= waiting) throw refuse("TOO_BUSY");
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else free += 1;
    }
  };
}
