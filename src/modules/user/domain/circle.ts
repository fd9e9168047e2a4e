import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** Somebody asked somebody to be a contact. */
export interface ContactRequest {
  readonly from: UserId;
  readonly to: UserId;
  readonly note: string;
  readonly state: "open" | "withdrawn" | "declined";
  readonly at: Date;
}

/** What there is between two people, as one of them asks for a change of it. */
export interface Between {
  readonly areContacts: boolean;
  /** By the one who asks for the change. */
  readonly sent: ContactRequest | undefined;
  readonly received: ContactRequest | undefined;
  /** The one who asks for the change blocked the other. */
  readonly blocked: boolean;
}

/** Others of whom somebody has so many already. */
export interface CircleSizes {
  readonly contacts: number;
  readonly openRequests: number;
  /** In the last 24 hours, whatever became of them. */
  readonly requestsToday: number;
  readonly blocks: number;
}

/** What is to be written, of two people. */
export type CircleChange =
  | { readonly type: "requested"; readonly request: ContactRequest }
  | { readonly type: "became_contacts"; readonly by: UserId; readonly other: UserId }
  | { readonly type: "answered"; readonly request: ContactRequest }
  | { readonly type: "parted"; readonly by: UserId; readonly other: UserId }
  | { readonly type: "blocked" | "unblocked"; readonly by: UserId; readonly other: UserId };

const MOST_CONTACTS = 1_000;
const MOST_BLOCKS = 500;
const MOST_OPEN_REQUESTS = 50;
const MOST_REQUESTS_A_DAY = 30;
const HOUR_MS = 3_600_000;
const DAYS_AFTER_DECLINE = 30;

interface Wish {
  readonly by: UserId;
  readonly other: UserId;
  readonly at: Date;
}

/** Throws CONTACT_YOURSELF, PERSON_BLOCKED, REQUESTED_LATELY, TOO_MANY_CONTACTS, TOO_MANY_CONTACT_REQUESTS. */
export function requestContact(
  { by, other, at, note }: Wish & { readonly note: string },
  between: Between,
  sizes: CircleSizes,
): readonly CircleChange[] {
  if (by === other) throw refuse("CONTACT_YOURSELF");
  if (between.blocked) throw refuse("PERSON_BLOCKED");
  if (between.areContacts || between.sent?.state === "open") return [];
  if (sizes.contacts >= MOST_CONTACTS) throw refuse("TOO_MANY_CONTACTS", { limit: MOST_CONTACTS });
  if (between.received?.state === "open") return [{ type: "became_contacts", by, other }];
  assertMayAsk(between.sent, sizes, at);
  return [{ type: "requested", request: { from: by, to: other, note, state: "open", at } }];
}

/** Throws REQUESTED_LATELY, TOO_MANY_CONTACT_REQUESTS. */
function assertMayAsk(earlier: ContactRequest | undefined, sizes: CircleSizes, at: Date): void {
  if (earlier !== undefined && at < askableFrom(earlier)) throw refuse("REQUESTED_LATELY");
  const { openRequests, requestsToday } = sizes;
  if (openRequests >= MOST_OPEN_REQUESTS || requestsToday >= MOST_REQUESTS_A_DAY) {
    throw refuse("TOO_MANY_CONTACT_REQUESTS");
  }
}

/** From when on somebody may be asked again. */
function askableFrom({ state, at }: ContactRequest): Date {
  const hours = state === "declined" ? DAYS_AFTER_DECLINE * 24 : 1;
  return new Date(at.getTime() + hours * HOUR_MS);
}

/** Throws REQUEST_NOT_FOUND. */
export function withdrawRequest({ sent }: Between): readonly CircleChange[] {
  if (sent?.state !== "open") throw refuse("REQUEST_NOT_FOUND");
  return [{ type: "answered", request: { ...sent, state: "withdrawn" } }];
}

/** Throws REQUEST_NOT_FOUND, TOO_MANY_CONTACTS. */
export function answerRequest(
  { by, other, at, accept }: Wish & { readonly accept: boolean },
  { received, blocked }: Between,
  { contacts }: CircleSizes,
): readonly CircleChange[] {
  if (received?.state !== "open" || blocked) throw refuse("REQUEST_NOT_FOUND");
  if (!accept) return [{ type: "answered", request: { ...received, state: "declined", at } }];
  if (contacts >= MOST_CONTACTS) throw refuse("TOO_MANY_CONTACTS", { limit: MOST_CONTACTS });
  return [{ type: "became_contacts", by, other }];
}

/** What they were to each other ends with it. Throws BLOCK_YOURSELF, TOO_MANY_BLOCKS. */
export function block(
  { by, other }: Wish,
  { areContacts, sent, blocked }: Between,
  { blocks }: CircleSizes,
): readonly CircleChange[] {
  if (by === other) throw refuse("BLOCK_YOURSELF");
  if (blocked) return [];
  if (blocks >= MOST_BLOCKS) throw refuse("TOO_MANY_BLOCKS", { limit: MOST_BLOCKS });
  return [
    ...(areContacts ? [{ type: "parted" as const, by, other }] : []),
    ...(sent?.state === "open"
      ? [{ type: "answered" as const, request: { ...sent, state: "withdrawn" as const } }]
      : []),
    { type: "blocked", by, other },
  ];
}

export const unblock = ({ by, other }: Wish, { blocked }: Between): readonly CircleChange[] =>
  blocked ? [{ type: "unblocked", by, other }] : [];

export const part = ({ by, other }: Wish, { areContacts }: Between): readonly CircleChange[] =>
  areContacts ? [{ type: "parted", by, other }] : [];

/** Whose devices are told. Who is blocked, or asks somebody who blocked them, is told no more than before. */
export function concerned(change: CircleChange, isShown: boolean): readonly UserId[] {
  switch (change.type) {
    case "requested":
    case "answered": {
      const { from, to } = change.request;
      return isShown ? [from, to] : [from];
    }
    default:
      return [change.by, change.other];
  }
}
