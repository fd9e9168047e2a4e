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
