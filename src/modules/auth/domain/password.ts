import { isCommonPassword } from "./common-passwords.ts";
import { refuse } from "./errors.ts";

declare const brand: unique symbol;
/** In one normal form: the same keys give the same text on every system. */
export type Password = string & { readonly [brand]: "password" };

const SHORTEST = 10;
const LONGEST = 1024;
const FEWEST_DIFFERENT = 4;

/** A password as somebody types it to sign in. */
export function readPassword(text: string): Password {
  return text.normalize("NFC") as Password;
}

/** A password somebody wants to have. `personal` are words that are tried first on this account. */
export function choosePassword(text: string, personal: readonly string[]): Password {
  const password = readPassword(text);
  const characters = Array.from(password);
  if (characters.length < SHORTEST) throw refuse("PASSWORD_TOO_SHORT");
  if (characters.length > LONGEST) throw refuse("PASSWORD_TOO_LONG");
  const essence = fold(password);
  if (new Set(characters).size < FEWEST_DIFFERENT || isCommonPassword(essence)) {
    throw refuse("PASSWORD_TOO_COMMON");
  }
  if (personal.some((word) => fold(word) === essence)) throw refuse("PASSWORD_TOO_PERSONAL");
  return password;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
