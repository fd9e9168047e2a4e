import { refuse } from "./errors.ts";

declare const brand: unique symbol;
/** Normalised, so that two spellings of one address are one account. */
export type EmailAddress = string & { readonly [brand]: "email" };

const LONGEST = 254;
const SHAPE = /^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]+$/u;

/** Throws EMAIL_MALFORMED. */
export function readEmail(text: string): EmailAddress {
  const email = findEmail(text);
  if (email === undefined) throw refuse("EMAIL_MALFORMED");
  return email;
}

/** For a stranger's input that must not be told apart from an unknown address. */
export function findEmail(text: string): EmailAddress | undefined {
  const address = text.normalize("NFC").trim().toLowerCase();
  return address.length <= LONGEST && SHAPE.test(address) ? (address as EmailAddress) : undefined;
}
