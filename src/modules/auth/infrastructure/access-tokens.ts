import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { isId } from "../../../kernel/ids.ts";
import type { AccessTokens, TokenRoot } from "../application/recognition.ts";
import { NAMELESS, type SigningKeys } from "./signing-keys.ts";

const ISSUER = "chatter";
const ALGORITHM = "HS256";
const TOKENS_REMEMBERED = 10_000;
// A key that is not honoured any more is felt after this time.
const REMEMBERED_MS = 60_000;

type Verified = { readonly root: TokenRoot; readonly expiresAt: Date };
type Keys = Pick<SigningKeys, "newest" | "find">;

/** JWTs, which name the key that signed them. */
export function createAccessTokens(keys: Keys): AccessTokens {
  // A signature is checked once a minute; what it says does not change, only its time runs out.
  const verified = new LRUCache<string, Verified>({ max: TOKENS_REMEMBERED, ttl: REMEMBERED_MS });
  return {
    async issue(userId, root, life) {
      const { kid, secret } = await keys.newest();
      return new SignJWT(root.kind === "session" ? { sid: root.id } : { key: root.id })
        .setProtectedHeader({ alg: ALGORITHM, kid })
        .setIssuer(ISSUER)
        .setSubject(userId)
        .setIssuedAt(life.from)
        .setExpirationTime(life.to)
        .sign(secret);
    },
    async verify(token, now) {
      const remembered = verified.get(token);
      const known = remembered ?? (await readToken(token, keys, now));
      if (known === undefined || known.expiresAt <= now) return undefined;
      if (remembered === undefined) verified.set(token, known);
      return known;
    },
  };
}

async function readToken(token: string, keys: Keys, now: Date): Promise<Verified | undefined> {
  const options = { algorithms: [ALGORITHM], issuer: ISSUER, currentDate: now, requiredClaims: ["exp"] };
  const keyOf = (header: JWTHeaderParameters) => keyFor(header, keys);
  try {
    const { payload } = await jwtVerify(token, keyOf, options);
    const root = rootOf(payload);
    return root && { root, expiresAt: new Date((payload.exp ?? 0) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

async function keyFor({ kid = NAMELESS }: JWTHeaderParameters, keys: Keys): Promise<Uint8Array> {
  const key = await keys.find(kid);
  if (key === undefined) throw new errors.JWKSNoMatchingKey();
  return key.secret;
}

function rootOf({ sid, key }: { readonly [claim: string]: unknown }): TokenRoot | undefined {
  if (typeof sid === "string" && isId("ses", sid)) return { kind: "session", id: sid };
  if (typeof key === "string" && isId("key", key)) return { kind: "apiKey", id: key };
  return undefined;
}
