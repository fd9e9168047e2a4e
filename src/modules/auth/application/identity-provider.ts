import type { Assertion, Logout, RoleRule } from "../domain/identity.ts";

/** What the operator decides about people whom the provider vouches for. */
export interface ProviderPolicy {
  /** What people call it. */
  readonly name: string;
  /** Whoever has no account gets one when they first sign in there. */
  readonly signUp: boolean;
  /** Undefined: newcomers are members, and groups change nothing. */
  readonly roles: readonly RoleRule[] | undefined;
}

/** What a visit there begins with; all of it is random. */
export interface Visit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Where people sign in instead of here. It may be away, wrong or dishonest: what it says is checked in here. */
export interface IdentityProvider {
  readonly policy: ProviderPolicy;
  readonly issuer: string;
  /** Where a browser goes to sign in there. Throws PROVIDER_AWAY. */
  begin(visit: Visit): Promise<string>;
  /**
   * Who came back with this query. Throws PROVIDER_AWAY, PROVIDER_REFUSED where it let nobody in, and
   * PROVIDER_ANSWER_INVALID for all that proves nothing.
   */
  finish(query: URLSearchParams, visit: Visit): Promise<Assertion>;
  /** What a logout token says; undefined for one that proves nothing. Throws PROVIDER_AWAY. */
  readLogout(token: string): Promise<Logout | undefined>;
}
