import {
  allowInsecureRequests,
  type Configuration,
  clockTolerance,
  customFetch,
  discovery,
} from "openid-client";
import type { Clock } from "../../../../kernel/clock.ts";
import { CLOCKS_DIFFER_MS } from "../../domain/identity.ts";
import type { BoundedFetch } from "./bounded-fetch.ts";
import type { OpenIdSettings } from "./settings.ts";

// A provider that has moved its endpoints is followed within this time.
const FRESH_MS = 10 * 60_000;

/**
 * What the provider tells of itself, asked for when it is needed: one that is away keeps nobody from starting.
 * Who comes while it is being asked waits for the same answer; a failure is not kept.
 */
export class Discovery {
  readonly #settings: OpenIdSettings;
  readonly #clock: Clock;
  readonly #fetch: BoundedFetch;
  #found: Promise<Configuration> | undefined;
  #foundAt = 0;

  constructor(settings: OpenIdSettings, clock: Clock, fetch: BoundedFetch) {
    this.#settings = settings;
    this.#clock = clock;
    this.#fetch = fetch;
  }

  configuration(): Promise<Configuration> {
    const now = this.#clock.now().getTime();
    if (this.#found !== undefined && now - this.#foundAt < FRESH_MS) return this.#found;
    const asked = this.#ask();
    this.#found = asked;
    this.#foundAt = now;
    asked.catch(() => {
      if (this.#found === asked) this.#found = undefined;
    });
    return asked;
  }

  #ask(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const metadata = { client_secret: clientSecret, [clockTolerance]: CLOCKS_DIFFER_MS / 1000 };
    // The settings allow it on this very machine only.
    const execute = issuer.startsWith("http:") ? [allowInsecureRequests] : [];
    return discovery(new URL(issuer), clientId, metadata, undefined, { [customFetch]: this.#fetch, execute });
  }
}
