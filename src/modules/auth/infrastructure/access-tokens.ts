import { hkdfSync } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { isId } from "../../../kernel/ids.ts";
import type { AccessTokens, TokenRoot } from "../application/recognition.ts";

const ISSUER = "chatter";
const ALGORITHM = "HS256";
const TOKENS_REMEMBERED = 10_000;

type Verified = { readonly root: TokenRoot; readonly expiresAt: Date };

/** JWTs signed with a key of their own, derived from the key file of the installation. */
export function createAccessTokens(signingKey: Uint8Array): AccessTokens {
  const key = new Uint8Array(hkdfSync("sha256", signingKey, "", "chatter access tokens", 32));
  // A signature is checked once; what it says does not change, only its time runs out.
  const verified = new LRUCache<string, Verified>({ max: TOKENS_REMEMBERED });
  return {
    issue: (userId, root, life) =>
      new SignJWT(root.kind === "session" ? { sid: root.id } : { key: root.id })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setSubject(userId)
        .setIssuedAt(life.from)
        .setExpirationTime(life.to)
        .sign(key),
    async verify(token, now) {
      const known = verified.get(token) ?? (await readToken(token, key, now));
      if (known === undefined || known.expiresAt <= now) return undefined;
      verified.set(token, known);
      return known;
    },
  };
}

async function readToken(token: string, key: Uint8Array, now: Date): Promise<Verified | undefined> {
  const options = { algorithms: [ALGORITHM], issuer: ISSUER, currentDate: now, requiredClaims: ["exp"] };
  try {
    const { payload } = await jwtVerify(token, key, options);
    const root = rootOf(payload);
    return root && { root, expiresAt: new Date((payload.exp ?? 0) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

function rootOf({ sid, key }: { readonly [claim: string]: unknown }): TokenRoot | undefined {
  if (typeof sid === "string" && isId("ses", sid)) return { kind: "session", id: sid };
  if (typeof key === "string" && isId("key", key)) return { kind: "apiKey", id: key };
  return undefined;
}
