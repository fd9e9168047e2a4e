import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertActive } from "../domain/account.ts";
import { type ApiKey, KEYS_PER_PERSON, type KeyScope, keyExpiry } from "../domain/api-key.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthPorts } from "./ports.ts";

export interface CreateApiKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: Date | undefined;
}

export interface CreatedApiKey {
  readonly apiKey: ApiKey;
  /** Told this once. */
  readonly secret: string;
}

type Deps = Pick<AuthPorts, "store" | "clock" | "ids" | "secrets">;

/** A key cannot make keys: somebody who got hold of one could otherwise keep it for ever. */
export async function createApiKey(
  deps: Deps,
  { userId, sessionId }: Actor,
  wish: CreateApiKey,
): Promise<CreatedApiKey> {
  if (sessionId === undefined) throw refuse("SESSION_REQUIRED");
  return addApiKey(deps, userId, wish);
}

/** Throws ACCOUNT_NOT_FOUND, ACCOUNT_DEACTIVATED, API_KEY_EXPIRY, TOO_MANY_API_KEYS. */
export async function addApiKey(
  deps: Deps,
  userId: UserId,
  { name, scopes, expiresAt }: CreateApiKey,
): Promise<CreatedApiKey> {
  const now = deps.clock.now();
  const secret = deps.secrets.make("apiKey");
  const apiKey: ApiKey = {
    id: deps.ids.next("key"),
    userId,
    name: name.trim(),
    scopes,
    createdAt: now,
    expiresAt: keyExpiry(expiresAt, now),
    lastUsedAt: undefined,
  };
  await deps.store.transact(async (tx) => {
    assertActive(await tx.accounts.access(userId));
    if ((await tx.apiKeys.count(userId)) >= KEYS_PER_PERSON) throw refuse("TOO_MANY_API_KEYS");
    await tx.apiKeys.add(apiKey, secret.hash);
  });
  return { apiKey, secret: secret.text };
}
