import { isId, type UserId } from "../../../kernel/ids.ts";
import type { ChannelCursor } from "../application/browse-channels.ts";
import { refuse } from "../domain/errors.ts";

const SEPARATOR = " ";

export function channelToken(cursor: ChannelCursor | undefined): string {
  if (cursor === undefined) return "";
  return Buffer.from(`${cursor.id}${SEPARATOR}${cursor.name}`).toString("base64url");
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseChannelToken(token: string): ChannelCursor | undefined {
  if (token === "") return undefined;
  const [id = "", name = ""] = Buffer.from(token, "base64url").toString().split(SEPARATOR);
  // PostgreSQL holds no NUL in a text.
  if (!isId("chn", id) || name.includes("\0")) throw refuse("PAGE_TOKEN_MALFORMED");
  return { id, name };
}

/** Throws PAGE_TOKEN_MALFORMED; an empty token is the first page. */
export function parseMemberToken(token: string): UserId | undefined {
  if (token === "") return undefined;
  if (!isId("usr", token)) throw refuse("PAGE_TOKEN_MALFORMED");
  return token;
}
