import { isId, type MessageId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";

/** A place among messages in the order of a time; without an id it is before all of that moment. */
export interface TimedPlace {
  readonly at: Date;
  readonly messageId: MessageId | "";
}

/** As a part of a page token. */
export function placeText({ at, messageId }: TimedPlace): string {
  return `${at.getTime()} ${messageId}`;
}

/** Throws PAGE_TOKEN_MALFORMED. */
export function parsePlace(text: string): TimedPlace {
  const [, at, messageId] = /^(\d{1,15}) (.*)$/.exec(text) ?? [];
  if (messageId === undefined || !(messageId === "" || isId("msg", messageId)))
    throw refuse("PAGE_TOKEN_MALFORMED");
  return { at: new Date(Number(at)), messageId };
}

/** Page tokens are opaque to whoever gets them. */
export function encodeToken(text: string): string {
  return Buffer.from(text).toString("base64url");
}

export function decodeToken(token: string): string {
  return Buffer.from(token, "base64url").toString();
}
