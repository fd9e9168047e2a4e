import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters } from "jose";
import { z } from "zod";
import type { Clock } from "../../../../kernel/clock.ts";
import type { BoundedFetch } from "./bounded-fetch.ts";

// A key that the provider has withdrawn is believed for this long.
const FRESH_MS = 5 * 60_000;
// An unknown key may be a new one; who invents names of keys makes us ask no more often than this.
const AGAIN_MS = 10_000;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

type FindKey = (
  header?: JWSHeaderParameters,
  token?: FlattenedJWSInput,
) => ReturnType<ReturnType<typeof createLocalJWKSet>>;

/** The keys that a provider signs with, asked for when they are needed and kept for minutes. */
export class ProviderKeys {
  readonly #clock: Clock;
  readonly #fetch: BoundedFetch;
  #url: string | undefined;
  #keys: FindKey | undefined;
  #readAt = 0;

  constructor(clock: Clock, fetch: BoundedFetch) {
    this.#clock = clock;
    this.#fetch = fetch;
  }

  /** For verifying what names its key. Throws JWKSNoMatchingKey, and what asking throws. */
  from(url: string): FindKey {
    return async (header, token) => {
      const keys = await this.#fresh(url);
      try {
        return await keys(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || this.#age() < AGAIN_MS) throw error;
        return (await this.#read(url))(header, token);
      }
    };
  }

  async #fresh(url: string): Promise<FindKey> {
    if (this.#keys !== undefined && this.#url === url && this.#age() < FRESH_MS) return this.#keys;
    return this.#read(url);
  }

  async #read(url: string): Promise<FindKey> {
    const response = await this.#fetch(url, { headers: { accept: "application/json" } });
    if (!response.ok) throw new Error(`the keys of the provider cannot be had (HTTP ${response.status})`);
    const keys = createLocalJWKSet(keySet.parse(await response.json()));
    this.#url = url;
    this.#keys = keys;
    this.#readAt = this.#clock.now().getTime();
    return keys;
  }

  #age(): number {
    return this.#clock.now().getTime() - this.#readAt;
  }
}
