import { isIPv6 } from "node:net";
import { BurstyRateLimiter } from "rate-limiter-flexible";
import { refusals } from "../../kernel/errors.ts";
import { countInMemory, type OpenWindow, takeOne } from "./windows.ts";

/** Counts what is taken under a key, alone or together with other servers. */
export interface RateLimiter {
  /** Takes one; answers the milliseconds to wait where nothing is left, undefined where it is granted. */
  take(key: string): Promise<number | undefined>;
}

export interface Allowance {
  readonly perSecond: number;
  /** At most this many in one second; what goes beyond `perSecond` comes back within ten. */
  readonly burst: number;
}

export interface RateLimits {
  readonly person: Allowance;
  /** Everybody behind one address; counted before anybody is recognised. */
  readonly address: Allowance;
}

export const defaultRateLimits: RateLimits = {
  person: { perSecond: 100, burst: 300 },
  address: { perSecond: 500, burst: 2_000 },
};

const BURST_SECONDS = 10;

const refuse = refusals({
  TOO_MANY_REQUESTS: ["exhausted", "Too many requests. Try again later."],
});

/** Takes one, or refuses with the seconds to wait. */
export async function spend(limiter: RateLimiter, key: string): Promise<void> {
  const wait = await limiter.take(key);
  if (wait === undefined) return;
  throw refuse("TOO_MANY_REQUESTS", { retryAfterSeconds: Math.max(1, Math.ceil(wait / 1000)) });
}

/** The name tells apart what is counted for different reasons. */
export function createRateLimiter(
  name: string,
  { perSecond, burst }: Allowance,
  open: OpenWindow = countInMemory,
): RateLimiter {
  const tries = Math.max(burst - perSecond, 0);
  const limiter = new BurstyRateLimiter(
    open({ name, tries: perSecond, seconds: 1 }),
    open({ name: `${name}.burst`, tries, seconds: BURST_SECONDS }),
  );
  return { take: (key) => takeOne(limiter, key) };
}

/** One customer of a provider owns a whole IPv6 network of 64 bits: it counts as one address. */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const zeros = tail === undefined ? 0 : 8 - groups.length - tail.split(":").length;
  return [...groups, ...Array<string>(Math.max(zeros, 0)).fill("0")].slice(0, 4).join(":");
}
