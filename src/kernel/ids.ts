import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import { refusals } from "./errors.ts";

/** What an id names. The prefix is part of the id on the wire, in the code and in the database. */
export interface IdKinds {
  org: "organisation";
  usr: "person";
  chn: "channel";
  msg: "message";
  ses: "session";
  key: "API key";
  inv: "invitation";
  evt: "event";
  con: "realtime connection";
}

export type IdPrefix = keyof IdKinds;
declare const brand: unique symbol;
export type Id<P extends IdPrefix> = `${P}_${string}` & { readonly [brand]: P };

export type OrgId = Id<"org">;
export type UserId = Id<"usr">;
export type ChannelId = Id<"chn">;
export type MessageId = Id<"msg">;
export type SessionId = Id<"ses">;
export type ApiKeyId = Id<"key">;
export type InvitationId = Id<"inv">;
export type EventId = Id<"evt">;
export type ConnectionId = Id<"con">;

/** Makes ids: prefix, underscore, KSUID. Ids made in a later second sort after those made before. */
export interface Ids {
  next<P extends IdPrefix>(prefix: P): Id<P>;
}

const refuse = refusals({ MALFORMED_ID: ["invalid", "The id is not well formed."] });

// KSUID (Segment, 2017): 4 bytes of seconds since 2014-05-13, 16 random bytes, 27 base62 digits.
const KSUID_EPOCH_SECONDS = 1_400_000_000;
const KSUID_LENGTH = 27;
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BODY = /^[0-9A-Za-z]{27}$/;

export function createIds(clock: Clock): Ids {
  return {
    next<P extends IdPrefix>(prefix: P): Id<P> {
      const seconds = Math.floor(clock.now().getTime() / 1000) - KSUID_EPOCH_SECONDS;
      return `${prefix}_${encodeKsuid(seconds, randomBytes(16))}` as Id<P>;
    },
  };
}

/** Accepts text from outside as an id of this kind; throws MALFORMED_ID. */
export function parseId<P extends IdPrefix>(prefix: P, text: string): Id<P> {
  if (!isId(prefix, text)) throw refuse("MALFORMED_ID", { expected: prefix });
  return text;
}

export function isId<P extends IdPrefix>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && BODY.test(text.slice(prefix.length + 1));
}

/** The second in which the id was made. */
export function timeOfId(id: Id<IdPrefix>): Date {
  const value = decodeBase62(id.slice(id.indexOf("_") + 1));
  return new Date((Number(value >> 128n) + KSUID_EPOCH_SECONDS) * 1000);
}

function encodeKsuid(seconds: number, payload: Buffer): string {
  let value = (BigInt(seconds) << 128n) | BigInt(`0x${payload.toString("hex")}`);
  let digits = "";
  while (value > 0n) {
    digits = ALPHABET.charAt(Number(value % 62n)) + digits;
    value /= 62n;
  }
  return digits.padStart(KSUID_LENGTH, "0");
}

function decodeBase62(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 62n + BigInt(ALPHABET.indexOf(digit));
  return value;
}
