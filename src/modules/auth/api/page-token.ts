import type { ApiCallPlace } from "../domain/api-call.ts";
import type { EmailAddress } from "../domain/email.ts";
import { findEmail } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";

export function accountToken(after: EmailAddress | undefined): string {
  return after === undefined ? "" : Buffer.from(after).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseAccountToken(token: string): EmailAddress | undefined {
  if (token === "") return undefined;
  const after = findEmail(Buffer.from(token, "base64url").toString());
  if (after === undefined) throw refuse("PAGE_TOKEN_MALFORMED");
  return after;
}

export function changeToken(before: bigint | undefined): string {
  return before === undefined ? "" : Buffer.from(String(before)).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseChangeToken(token: string): bigint | undefined {
  if (token === "") return undefined;
  const text = Buffer.from(token, "base64url").toString();
  if (!/^\d{1,18}$/.test(text)) throw refuse("PAGE_TOKEN_MALFORMED");
  return BigInt(text);
}

export function callToken(place: ApiCallPlace | undefined): string {
  return place === undefined ? "" : Buffer.from(`${place.at.getTime()} ${place.id}`).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseCallToken(token: string): ApiCallPlace | undefined {
  if (token === "") return undefined;
  const [, at, id] = /^(\d{1,14}) (\d{1,18})$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (at === undefined || id === undefined) throw refuse("PAGE_TOKEN_MALFORMED");
  return { at: new Date(Number(at)), id: BigInt(id) };
}
