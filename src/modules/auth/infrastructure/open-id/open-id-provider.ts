import { type JWTPayload, jwtVerify } from "jose";
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
} from "openid-client";
import type { Clock } from "../../../../kernel/clock.ts";
import type { Log } from "../../../../platform/log/log.ts";
import type { IdentityProvider, Visit } from "../../application/identity-provider.ts";
import { refuse } from "../../domain/errors.ts";
import { type Assertion, CLOCKS_DIFFER_MS, type Logout } from "../../domain/identity.ts";
import { type BoundedFetch, createBoundedFetch, type FetchLimits } from "./bounded-fetch.ts";
import { readAssertion, readLogoutClaims } from "./claims.ts";
import { Discovery } from "./discovery.ts";
import { asking, isLie } from "./failures.ts";
import { ProviderKeys } from "./provider-keys.ts";
import type { OpenIdSettings } from "./settings.ts";

/** What the provider sends browsers back to, below the public address. */
const CALLBACK = "/auth/oidc/callback";

// Never a secret that both sides know, and never none: whoever knows a public key could sign with it.
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

export interface OpenIdDeps {
  readonly clock: Clock;
  readonly log: Pick<Log, "warn">;
  readonly publicUrl: string;
  readonly limits?: FetchLimits;
}

/** OpenID Connect: the code flow with PKCE, and logout by the back channel. */
export class OpenIdProvider implements IdentityProvider {
  readonly policy: OpenIdSettings;
  readonly #deps: OpenIdDeps;
  readonly #discovery: Discovery;
  readonly #keys: ProviderKeys;
  readonly #callback: string;

  constructor(settings: OpenIdSettings, deps: OpenIdDeps) {
    const fetch: BoundedFetch = createBoundedFetch(deps.limits);
    this.policy = settings;
    this.#deps = deps;
    this.#discovery = new Discovery(settings, deps.clock, fetch);
    this.#keys = new ProviderKeys(deps.clock, fetch);
    this.#callback = deps.publicUrl + CALLBACK;
  }

  get issuer(): string {
    return this.policy.issuer;
  }

  begin({ state, nonce, verifier }: Visit): Promise<string> {
    return this.#asking("begin", async () => {
      const configuration = await this.#discovery.configuration();
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: this.#callback,
        scope: `openid ${this.policy.scopes}`,
        ...{ state, nonce },
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return url.href;
    });
  }

  finish(query: URLSearchParams, { state, nonce, verifier }: Visit): Promise<Assertion> {
    return this.#asking("finish", async () => {
      const configuration = await this.#discovery.configuration();
      const tokens = await authorizationCodeGrant(
        configuration,
        new URL(`${this.#callback}?${query.toString()}`),
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        },
      );
      const claims = await this.#verify(configuration, tokens.id_token ?? "");
      const { iat = 0 } = claims;
      if (iat * 1000 > this.#deps.clock.now().getTime() + CLOCKS_DIFFER_MS) {
        throw refuse("PROVIDER_ANSWER_INVALID");
      }
      const more =
        configuration.serverMetadata().userinfo_endpoint === undefined || claims.sub === undefined
          ? {}
          : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      const assertion = readAssertion(claims, more, this.policy);
      if (assertion === undefined) throw refuse("PROVIDER_ANSWER_INVALID");
      return assertion;
    });
  }

  readLogout(token: string): Promise<Logout | undefined> {
    return this.#asking("logout", async () => {
      const configuration = await this.#discovery.configuration();
      try {
        return readLogoutClaims(await this.#verify(configuration, token), this.policy);
      } catch (error) {
        if (isLie(error)) return undefined;
        throw error;
      }
    });
  }

  /** The signature, and for whom and when it was made. Throws a JOSEError for all that does not hold. */
  async #verify(configuration: Configuration, token: string): Promise<JWTPayload> {
    const { issuer, jwks_uri: keys } = configuration.serverMetadata();
    if (keys === undefined) throw new Error("the provider does not tell where its keys are");
    if (!keys.startsWith("https:") && !issuer.startsWith("http:")) {
      throw new Error("the keys of the provider are not at an https address");
    }
    const { payload } = await jwtVerify(token, this.#keys.from(keys), {
      algorithms: ALGORITHMS,
      issuer,
      audience: this.policy.clientId,
      clockTolerance: CLOCKS_DIFFER_MS / 1000,
      currentDate: this.#deps.clock.now(),
      requiredClaims: ["iat"],
    });
    return payload;
  }

  #asking<T>(what: string, work: () => Promise<T>): Promise<T> {
    return asking(this.#deps.log, what, work);
  }
}
