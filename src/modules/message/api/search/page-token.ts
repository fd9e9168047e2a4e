import type { PageStart } from "../../application/search/search-messages.ts";
import { refuse } from "../../domain/errors.ts";
import { decodeToken, encodeToken, parsePlace, placeText } from "../place-token.ts";

const FORM = /^([bi])(\d{1,4}) (.*)$/;

export function pageToken(page: PageStart | undefined): string {
  if (page === undefined) return "";
  const { breadth, skip, after } = page;
  return encodeToken(`${breadth === "inside" ? "i" : "b"}${skip} ${after ? placeText(after) : ""}`);
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parsePageToken(token: string): PageStart | undefined {
  if (token === "") return undefined;
  const [, breadth, skip = "", place = ""] = FORM.exec(decodeToken(token)) ?? [];
  if (breadth === undefined) throw refuse("PAGE_TOKEN_MALFORMED");
  return {
    breadth: breadth === "i" ? "inside" : "beginnings",
    skip: Number(skip),
    ...(place !== "" && { after: parsePlace(place) }),
  };
}
