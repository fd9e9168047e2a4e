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
  psk: "passkey";
  evt: "event";
  con: "realtime connection";
  exp: "export";
  grp: "group of people";
  sch: "planned message";
  ntf: "notification";
  psh: "device that pushes are sent to";
  fil: "file";
  rem: "reminder";
  ann: "announcement";
  bmk: "bookmark of a channel";
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
export type PasskeyId = Id<"psk">;
export type EventId = Id<"evt">;
export type ConnectionId = Id<"con">;
export type ExportId = Id<"exp">;
export type GroupId = Id<"grp">;
export type ScheduledId = Id<"sch">;
export type NotificationId = Id<"ntf">;
export type PushDeviceId = Id<"psh">;
export type FileId = Id<"fil">;
export type ReminderId = Id<"rem">;
export type AnnouncementId = Id<"ann">;
export type BookmarkId = Id<"bmk">;

/** Makes ids: prefix, underscore, KSUID. Ids made in a later second sort after those made before. */
export interface Ids {
  next<P extends IdPrefix>(prefix: P): Id<P>;
}

const refuse = refusals({ MALFORMED_ID: ["invalid", "The id is not well formed."] });

// KSUID (Segment, 2017): 4 bytes of seconds since 2014-05-13, 16 random bytes, 27 base62 digits.
const KSUID_EPOCH_SECONDS = 1_400_000_000;
const KSUID_BYTES = 20;
const KSUID_LENGTH = 27;
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BODY = /^[0-9A-Za-z]{27}$/;

export function createIds(clock: Clock): Ids {
  return {
    next<P extends IdPrefix>(prefix: P): Id<P> {
      const seconds = Math.floor(clock.now().getTime() / 1000) - KSUID_EPOCH_SECONDS;
      const bytes = randomBytes(KSUID_BYTES);
      bytes.writeUInt32BE(seconds);
      return `${prefix}_${encodeBase62(bytes)}` as Id<P>;
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

// Three digits a division: a remainder below 62³ times 2³² is still exact in a double.
const DIGITS_A_STEP = 3;
const STEP = 62 ** DIGITS_A_STEP;
const LIMBS = KSUID_BYTES / 4;

function encodeBase62(bytes: Buffer): string {
  const limbs = new Float64Array(LIMBS).map((_, index) => bytes.readUInt32BE(index * 4));
  let text = "";
  while (text.length < KSUID_LENGTH) {
    let rest = 0;
    for (let index = 0; index < LIMBS; index++) {
      const value = rest * 2 ** 32 + (limbs[index] ?? 0);
      limbs[index] = Math.floor(value / STEP);
      rest = value % STEP;
    }
    for (let digit = 0; digit < DIGITS_A_STEP; digit++) {
      text = ALPHABET.charAt(rest % 62) + text;
      rest = Math.floor(rest / 62);
    }
  }
  return text;
}

function decodeBase62(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 62n + BigInt(ALPHABET.indexOf(digit));
  return value;
}
