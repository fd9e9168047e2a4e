import type { Actor } from "../../../kernel/actor.ts";
import type { ApiKeyId, SessionId } from "../../../kernel/ids.ts";
import { isActive } from "../domain/account.ts";
import { reachOf } from "../domain/api-key.ts";
import { kindOfCredential } from "../domain/credential.ts";
import { type Client, expiryOf, isStrong, isWorthNoting, type Session } from "../domain/session.ts";
import type { AuthPorts, SecretHash } from "./ports.ts";
import type { Recognition } from "./recognition.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";

export type AuthenticateDeps = Pick<
  AuthPorts,
  "store" | "clock" | "secrets" | "recognitions" | "accessTokens"
>;

/** A session's token, an API key or an access token: what is presented tells by its beginning. */
export interface Presented {
  readonly credential: string;
  readonly client: Client;
}

/**
 * Who presents this credential; undefined where it opens nothing (any more). Throws REGISTRATION_WITHDRAWN for
 * a session of somebody whose registration was taken back.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  { credential, client }: Presented,
): Promise<Actor | undefined> {
  const now = deps.clock.now();
  const hash = deps.secrets.hash(credential);
  const recognition = await deps.recognitions.recall(hash.toString("base64"), async () => {
    const kind = kindOfCredential(credential);
    if (kind === "session") {
      return (await recogniseSession(deps, hash, client)) ?? tellWithdrawn(deps, { session: hash });
    }
    if (kind === "apiKey") return recogniseApiKey(deps, hash);
    return recogniseAccessToken(deps, credential, client);
  });
  return recognition !== undefined && recognition.until > now ? recognition.actor : undefined;
}

async function recogniseSession(
  { store, clock }: AuthenticateDeps,
  by: SecretHash | SessionId,
  client: Client,
): Promise<Recognition | undefined> {
  const now = clock.now();
  const held = await store.read.findSession(by);
  if (held === undefined || !isActive(held.account)) return undefined;
  const { credential: session, account } = held;
  const until = await endOf(store, session);
  if (until <= now) return undefined;
  if (isWorthNoting(session.lastSeenAt, now)) await store.read.noteSessionSeen(session.id, client, now);
  const { userId, orgId } = account;
  return { actor: { userId, orgId, sessionId: session.id, scope: "full" }, until };
}

/** One that a password alone has opened ends where that is not enough any more. */
async function endOf({ read }: AuthenticateDeps["store"], session: Session): Promise<Date> {
  const expiry = expiryOf(session);
  const due = isStrong(session) ? undefined : await read.secondFactors.findDue();
  return due !== undefined && due < expiry ? due : expiry;
}

async function recogniseApiKey(
  { store, clock }: AuthenticateDeps,
  by: SecretHash | ApiKeyId,
): Promise<Recognition | undefined> {
  const now = clock.now();
  const held = await store.read.findApiKey(by);
  if (held === undefined || !isActive(held.account)) return undefined;
  const { credential: key, account } = held;
  if (key.expiresAt <= now) return undefined;
  if (isWorthNoting(key.lastUsedAt, now)) await store.read.noteApiKeyUsed(key.id, now);
  const { userId, orgId } = account;
  return { actor: { userId, orgId, apiKeyId: key.id, scope: reachOf(key) }, until: key.expiresAt };
}

async function recogniseAccessToken(
  deps: AuthenticateDeps,
  token: string,
  client: Client,
): Promise<Recognition | undefined> {
  const verified = await deps.accessTokens.verify(token, deps.clock.now());
  if (verified === undefined) return undefined;
  const { root, expiresAt } = verified;
  const behind =
    root.kind === "session"
      ? await recogniseSession(deps, root.id, client)
      : await recogniseApiKey(deps, root.id);
  return behind && { ...behind, until: behind.until < expiresAt ? behind.until : expiresAt };
}
