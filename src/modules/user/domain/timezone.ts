import { refuse } from "./errors.ts";

const NAME = /^[A-Za-z][\w+/-]*$/;

/** A name of the IANA database, such as Europe/Berlin; empty for none. Throws TIMEZONE_UNKNOWN. */
export function readTimezone(text: string): string {
  if (text === "") return text;
  if (!NAME.test(text) || !isKnown(text)) throw refuse("TIMEZONE_UNKNOWN");
  return text;
}

function isKnown(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
