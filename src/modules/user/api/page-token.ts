import { isId } from "../../../kernel/ids.ts";
import type { Place } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";

const SEPARATOR = " ";

export function placeToken(place: Place | undefined): string {
  if (place === undefined) return "";
  return Buffer.from(`${place.id}${SEPARATOR}${place.name}`).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parsePlaceToken(token: string): Place | undefined {
  if (token === "") return undefined;
  const text = Buffer.from(token, "base64url").toString();
  const end = text.indexOf(SEPARATOR);
  const [id, name] = [text.slice(0, end), text.slice(end + SEPARATOR.length)];
  // PostgreSQL holds no NUL in a text.
  if (!isId("usr", id) || name.includes("\0")) throw refuse("PAGE_TOKEN_MALFORMED");
  return { id, name };
}
