import { isId } from "../../../../kernel/ids.ts";
import type { PageStart } from "../../application/search/search-messages.ts";
import { refuse } from "../../domain/errors.ts";

const FORM = /^([bi])(\d{1,4}) (?:(\d{1,15}) (.*))?$/;

export function pageToken(page: PageStart | undefined): string {
  if (page === undefined) return "";
  const { breadth, skip, after } = page;
  const place = after === undefined ? "" : `${after.at.getTime()} ${after.messageId}`;
  return Buffer.from(`${breadth === "inside" ? "i" : "b"}${skip} ${place}`).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parsePageToken(token: string): PageStart | undefined {
  if (token === "") return undefined;
  const [, breadth, skip = "", at, messageId = ""] =
    FORM.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (breadth === undefined || !(messageId === "" || isId("msg", messageId)))
    throw refuse("PAGE_TOKEN_MALFORMED");
  return {
    breadth: breadth === "i" ? "inside" : "beginnings",
    skip: Number(skip),
    ...(at !== undefined && { after: { at: new Date(Number(at)), messageId } }),
  };
}
