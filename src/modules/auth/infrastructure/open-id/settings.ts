import type { ProviderPolicy } from "../../application/identity-provider.ts";

/** How an OpenID provider is reached, and what is believed of what it does not say. */
export interface OpenIdSettings extends ProviderPolicy {
  /** https, or http on this very machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Beside openid, separated by blanks. */
  readonly scopes: string;
  /** The claim that lists the groups of a person. */
  readonly groupsClaim: string;
  /** What is taken as given where the provider says nothing of it. */
  readonly trusts: {
    /** It has made sure that addresses belong to who has them. */
    readonly email: boolean;
    /** It asks everybody for two factors. */
    readonly secondFactor: boolean;
  };
}
