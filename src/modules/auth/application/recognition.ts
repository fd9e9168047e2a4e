import type { Actor } from "../../../kernel/actor.ts";
import type { ApiKeyId, SessionId, UserId } from "../../../kernel/ids.ts";

/** Somebody recognised by a credential, until that ends by itself. */
export interface Recognition {
  readonly actor: Actor;
  readonly until: Date;
}

/** Remembers for some seconds whom a credential belongs to, and forgets at once when that ends here. */
export interface Recognitions {
  recall(
    credential: string,
    recognise: () => Promise<Recognition | undefined>,
  ): Promise<Recognition | undefined>;
  forget(userId: UserId): void;
}

/** What an access token was exchanged for; it opens nothing that this would not open. */
export type TokenRoot =
  | { readonly kind: "session"; readonly id: SessionId }
  | { readonly kind: "apiKey"; readonly id: ApiKeyId };

export interface AccessTokens {
  issue(userId: UserId, root: TokenRoot, life: { readonly from: Date; readonly to: Date }): Promise<string>;
  /** Undefined where it is forged, expired or none at all. */
  verify(
    token: string,
    now: Date,
  ): Promise<{ readonly root: TokenRoot; readonly expiresAt: Date } | undefined>;
}
