import type { ApiKeyId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** "read" allows what has no side effects, "write" all that the person may do. */
export type KeyScope = "read" | "write";

/** What a program signs in with in a person's name. The secret itself is known to the program only. */
export interface ApiKey {
  readonly id: ApiKeyId;
  readonly userId: UserId;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | undefined;
}

const DAY_MS = 86_400_000;
const DEFAULT_MS = 90 * DAY_MS;
const LONGEST_MS = 366 * DAY_MS;
export const KEYS_PER_PERSON = 50;

/** Throws API_KEY_EXPIRY for a wish in the past or more than a year ahead. */
export function keyExpiry(wish: Date | undefined, now: Date): Date {
  if (wish === undefined) return new Date(now.getTime() + DEFAULT_MS);
  const ahead = wish.getTime() - now.getTime();
  if (!(ahead > 0 && ahead <= LONGEST_MS)) throw refuse("API_KEY_EXPIRY");
  return wish;
}

/** What a request with this key may do. */
export function reachOf(key: ApiKey): "full" | "read" {
  return key.scopes.includes("write") ? "full" : "read";
}
