import { z } from "zod";
import { findEmail } from "../../domain/email.ts";
import type { Assertion, Logout } from "../../domain/identity.ts";
import type { OpenIdSettings } from "./settings.ts";

const LONGEST_NAME = 80;
const MOST_GROUPS = 1_000;
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

/** OpenID Connect allows 255 characters; some providers take more. */
const id = z.string().min(1).max(500);
const word = z.string().max(500).optional().catch(undefined);
const signed = z.object({
  sub: id,
  sid: id.optional(),
  amr: z.array(z.string()).max(20).optional().catch(undefined),
});
const person = z.object({
  email: word,
  // Some say it as a text.
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: word,
  given_name: word,
  family_name: word,
  preferred_username: word,
});
const groups = z.union([z.array(z.string()).max(MOST_GROUPS), z.string().transform((one) => [one])]);

type Claims = Readonly<Record<string, unknown>>;

/**
 * What a provider says of a person: who it is by its signature alone, and the rest by that or by what it
 * answers when it is asked for more. Undefined where what is signed names nobody.
 */
export function readAssertion(
  idToken: Claims,
  userInfo: Claims,
  { issuer, groupsClaim, trusts }: OpenIdSettings,
): Assertion | undefined {
  const who = signed.safeParse(idToken);
  if (!who.success) return undefined;
  const { sub: subject, sid, amr = [] } = who.data;
  const told = { ...userInfo, ...idToken };
  const { email: address, email_verified: verified = trusts.email, ...about } = person.parse(told);
  const email = verified && address !== undefined ? findEmail(address) : undefined;
  const listed = groups.safeParse(told[groupsClaim]);
  return {
    ...{ issuer, subject, sid, email },
    name: nameOf(about, email ?? subject),
    preferredHandle: localPart(about.preferred_username),
    groups: listed.success ? listed.data : [],
    isStrong: amr.includes("mfa") || trusts.secondFactor,
  };
}

function nameOf(about: Omit<z.infer<typeof person>, "email" | "email_verified">, otherwise: string): string {
  const parts = [about.given_name, about.family_name].filter(Boolean).join(" ");
  const names = [about.name, parts, localPart(about.preferred_username), localPart(otherwise)];
  const [first = otherwise] = names.map((name) => name?.trim()).filter(Boolean);
  return first.slice(0, LONGEST_NAME);
}

/** Names of accounts are often addresses. */
function localPart(name: string | undefined): string | undefined {
  return name?.split("@", 1).join() || undefined;
}

const logout = z.object({
  jti: id,
  iat: z.number().int().positive(),
  sid: id.optional(),
  sub: id.optional(),
  events: z.looseObject({ [LOGOUT_EVENT]: z.looseObject({}) }),
  // One with it is an ID token, and no logout.
  nonce: z.undefined().optional(),
});

/** What the verified claims of a logout token say; undefined where they are none. */
export function readLogoutClaims(claims: Claims, { issuer }: OpenIdSettings): Logout | undefined {
  const parsed = logout.safeParse(claims);
  if (!parsed.success) return undefined;
  const { jti, iat, sid, sub: subject } = parsed.data;
  const message = { issuer, jti, issuedAt: new Date(iat * 1000) };
  if (sid !== undefined) return { ...message, sid, subject };
  return subject === undefined ? undefined : { ...message, sid, subject };
}
