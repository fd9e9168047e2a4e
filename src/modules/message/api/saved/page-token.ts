import type { SavedPlace } from "../../application/saved/ports.ts";
import { refuse } from "../../domain/errors.ts";
import { decodeToken, encodeToken, parsePlace, placeText } from "../place-token.ts";

export function savedToken(place: SavedPlace | undefined): string {
  return place === undefined ? "" : encodeToken(placeText({ at: place.savedAt, messageId: place.messageId }));
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseSavedToken(token: string): SavedPlace | undefined {
  if (token === "") return undefined;
  const { at, messageId } = parsePlace(decodeToken(token));
  if (messageId === "") throw refuse("PAGE_TOKEN_MALFORMED");
  return { savedAt: at, messageId };
}
