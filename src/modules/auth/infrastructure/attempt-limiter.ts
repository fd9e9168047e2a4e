import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { addressKey } from "../../../platform/rpc/rate-limit.ts";
import { countInMemory, type OpenWindow, takeOne } from "../../../platform/rpc/windows.ts";
import type { Attempt, Attempts } from "../application/attempts.ts";
import { refuse } from "../domain/errors.ts";

/** So many tries within so many seconds. */
export interface Allowance {
  readonly tries: number;
  readonly seconds: number;
}

/** For each way of trying: from one address, at one account from one address, at one account at all. */
export interface Allowances {
  readonly address: Allowance;
  readonly pair?: Allowance;
  readonly account?: Allowance;
}

/** What differs from the defaults. */
export type AttemptLimits = Readonly<Partial<Record<Attempt, Allowances>>>;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

// Generous at an account as a whole, or a stranger could lock its owner out.
const defaults: Readonly<Record<Attempt, Allowances>> = {
  logIn: {
    address: { tries: 100, seconds: 15 * MINUTE },
    pair: { tries: 10, seconds: 15 * MINUTE },
    account: { tries: 200, seconds: DAY },
  },
  // A whole company may come through one address on its first day.
  register: { address: { tries: 200, seconds: HOUR } },
  resetPassword: {
    address: { tries: 30, seconds: HOUR },
    account: { tries: 5, seconds: HOUR },
  },
  verifyEmail: {
    address: { tries: 30, seconds: HOUR },
    account: { tries: 5, seconds: HOUR },
  },
  confirmPassword: {
    address: { tries: 100, seconds: 15 * MINUTE },
    account: { tries: 10, seconds: 15 * MINUTE },
  },
  // Of six digits three are right at a time: ten tries a quarter of an hour find one in years.
  secondFactor: {
    address: { tries: 100, seconds: 15 * MINUTE },
    account: { tries: 10, seconds: 15 * MINUTE },
  },
  openLink: { address: { tries: 300, seconds: HOUR } },
  // Every login form that is opened begins one; each costs a row for some minutes.
  beginCeremony: { address: { tries: 1_000, seconds: HOUR } },
};

type Scope = keyof Allowances;

export function createAttemptLimiter(limits: AttemptLimits = {}, open: OpenWindow = countInMemory): Attempts {
  const limiters = new Map<string, RateLimiterAbstract>();
  for (const [attempt, scopes] of Object.entries({ ...defaults, ...limits })) {
    for (const [scope, { tries, seconds }] of Object.entries(scopes) as [Scope, Allowance][]) {
      const name = `${attempt}.${scope}`;
      limiters.set(name, open({ name, tries, seconds }));
    }
  }
  return {
    async take(attempt, by) {
      const results = await Promise.all(
        keysOf(by).map(([scope, key]) => count(limiters.get(`${attempt}.${scope}`), key)),
      );
      const waitMs = Math.max(...results);
      if (waitMs > 0) throw refuse("TOO_MANY_ATTEMPTS", { retryAfterSeconds: Math.ceil(waitMs / 1000) });
    },
    async forgive(attempt, by) {
      for (const [scope, key] of keysOf(by)) {
        const limiter = limiters.get(`${attempt}.${scope}`);
        if (scope === "pair") await limiter?.delete(key);
        else await limiter?.reward(key, 1);
      }
    },
  };
}

function keysOf({ address, account }: Parameters<Attempts["take"]>[1]): [Scope, string][] {
  const network = addressKey(address);
  const keys: [Scope, string][] = [["address", network]];
  if (account !== undefined) keys.push(["account", account], ["pair", `${network} ${account}`]);
  return keys;
}

/** Answers how many milliseconds to wait before the next try is allowed; 0 where this one is. */
async function count(limiter: RateLimiterAbstract | undefined, key: string): Promise<number> {
  return (limiter && (await takeOne(limiter, key))) ?? 0;
}
