import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthPorts } from "./ports.ts";
import type { TokenRoot } from "./recognition.ts";

const LIFETIME_MS = 10 * 60_000;

export interface AccessToken {
  readonly text: string;
  readonly expiresAt: Date;
}

/** For programs that pass their right on for ten minutes. It ends with the session or key behind it. */
export async function createAccessToken(
  { accessTokens, clock }: Pick<AuthPorts, "accessTokens" | "clock">,
  actor: Actor,
): Promise<AccessToken> {
  const from = clock.now();
  const expiresAt = new Date(from.getTime() + LIFETIME_MS);
  const text = await accessTokens.issue(actor.userId, rootOf(actor), { from, to: expiresAt });
  return { text, expiresAt };
}

function rootOf({ sessionId, apiKeyId }: Actor): TokenRoot {
  if (sessionId !== undefined) return { kind: "session", id: sessionId };
  if (apiKeyId !== undefined) return { kind: "apiKey", id: apiKeyId };
  throw refuse("SESSION_REQUIRED");
}
