import { isId } from "../../../kernel/ids.ts";
import type { JobRun } from "../../../platform/jobs/job.ts";
import type { ParkedDelivery } from "../../../platform/outbox/operation.ts";
import { refuse } from "../domain/errors.ts";

type RunPlace = Pick<JobRun, "job" | "dueAt">;
type ParkedPlace = Pick<ParkedDelivery, "parkedAt" | "eventId" | "subscriber">;

const SEPARATOR = " ";
const NAME = /^[a-z0-9.-]{1,100}$/;
const NUMBER = /^\d{1,18}$/;
/** The last moment that a Date can name. */
const LAST_MS = 8_640_000_000_000_000;

export function runToken(place: RunPlace | undefined): string {
  return place === undefined ? "" : pack(place.dueAt.getTime(), place.job);
}

/** Throws PAGE_TOKEN_MALFORMED, as the others do; an empty token is the first page. */
export function parseRunToken(token: string): RunPlace | undefined {
  if (token === "") return undefined;
  const [dueAt = "", job = ""] = unpack(token);
  if (!NUMBER.test(dueAt) || Number(dueAt) > LAST_MS || !NAME.test(job)) throw refuse("PAGE_TOKEN_MALFORMED");
  return { dueAt: new Date(Number(dueAt)), job };
}

export function parkedToken(place: ParkedPlace | undefined): string {
  return place === undefined ? "" : pack(place.parkedAt, place.eventId, place.subscriber);
}

export function parseParkedToken(token: string): ParkedPlace | undefined {
  if (token === "") return undefined;
  const [parkedAt = "", eventId = "", subscriber = ""] = unpack(token);
  // PostgreSQL knows moments up to the year 294276 only.
  if (!/^\d{1,16}$/.test(parkedAt) || !isId("evt", eventId) || !NAME.test(subscriber)) {
    throw refuse("PAGE_TOKEN_MALFORMED");
  }
  return { parkedAt, eventId, subscriber };
}

export function interventionToken(before: bigint | undefined): string {
  return before === undefined ? "" : pack(before);
}

export function parseInterventionToken(token: string): bigint | undefined {
  if (token === "") return undefined;
  const [before = ""] = unpack(token);
  if (!NUMBER.test(before)) throw refuse("PAGE_TOKEN_MALFORMED");
  return BigInt(before);
}

function pack(...parts: readonly (string | number | bigint)[]): string {
  return Buffer.from(parts.join(SEPARATOR)).toString("base64url");
}

function unpack(token: string): readonly string[] {
  return Buffer.from(token, "base64url").toString().split(SEPARATOR);
}
