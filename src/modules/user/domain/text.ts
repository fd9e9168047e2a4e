import { refuse } from "./errors.ts";

// Line breaks and other control characters, and those that turn the direction of what follows.
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;
const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u;
const LONGEST_KEY = 60;

/** One line of text as it is shown: nothing in it can break or turn the lines around it. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(UNFIT, " ").replace(/\s+/g, " ").trim();
}

/** The name of a person or an organisation. Throws NAME_EMPTY. */
export function readName(text: string): string {
  const name = findName(text);
  if (name === undefined) throw refuse("NAME_EMPTY");
  return name;
}

export function findName(text: string): string | undefined {
  const name = tidy(text);
  return VISIBLE.test(name) ? name : undefined;
}

/** Without case and accents: what the directory is ordered by and searched in, alike on every database. */
export function fold(text: string): string {
  return tidy(text).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().slice(0, LONGEST_KEY);
}
