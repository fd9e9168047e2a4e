import { createHash } from "node:crypto";
import { CompiledQuery } from "kysely";
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Database } from "../postgres/database.ts";

/** So many tries by one key within so many seconds, from the first of them on. */
export interface WindowOptions {
  /** No other window counts under this name. */
  readonly name: string;
  readonly tries: number;
  readonly seconds: number;
}

/** Counts tries in windows of time: in this process, or together with other servers. */
export type OpenWindow = (options: WindowOptions) => RateLimiterAbstract;

export const countInMemory: OpenWindow = ({ name, tries, seconds }) =>
  new RateLimiterMemory({ keyPrefix: name, points: tries, duration: seconds });

/** All servers on one database count together. Of the role chatter_calls. */
export function countInPostgres(database: Database<unknown>): OpenWindow {
  const storeClient = {
    query: ({ text, values }: { text: string; values: readonly unknown[] }) =>
      database.sql.executeQuery(CompiledQuery.raw(text, [...values])),
  };
  return ({ name, tries, seconds }) =>
    new CountingInPostgres({
      keyPrefix: name,
      points: tries,
      duration: seconds,
      storeClient,
      storeType: "client",
      schemaName: "calls",
      tableName: "tries",
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
}

class CountingInPostgres extends RateLimiterPostgres {
  override getKey(key: string | number): string {
    return super.getKey(digest(key));
  }
}

/** Who tries is counted without being named: addresses and accounts are nobody else's business. */
export function digest(key: string | number): string {
  return createHash("sha256").update(String(key)).digest("base64url");
}

/** Takes one; answers the milliseconds to wait where nothing is left, undefined where it is granted. */
export async function takeOne(
  window: Pick<RateLimiterAbstract, "consume">,
  key: string,
): Promise<number | undefined> {
  try {
    await window.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}
