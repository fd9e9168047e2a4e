import type { SessionId, UserId } from "../../../kernel/ids.ts";
import type { ProvidedSession } from "./identity.ts";

export interface Session {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
  readonly address: string;
  readonly method: SignInMethod;
  /** When the person last showed who they are, by signing in or since. */
  readonly confirmedAt: Date;
}

/** By what somebody signed in. */
export type SignInMethod =
  | "password"
  | "passkey"
  | "totp"
  | "recoveryCode"
  /** An identity provider, which said nothing of a second factor. */
  | "provider"
  | "providerAndFactor";

/** One factor each. */
export const WEAK_METHODS: readonly SignInMethod[] = ["password", "provider"];

/** Whoever opened it has shown two factors. */
export function isStrong({ method }: Pick<Session, "method">): boolean {
  return !WEAK_METHODS.includes(method);
}

/** Somebody who has shown who they are, from where and by what. */
export interface Arrival {
  readonly client: Client;
  readonly method: SignInMethod;
  /** The session there, where an identity provider vouches for them. */
  readonly provided?: ProvidedSession | undefined;
}

/** A session that somebody else ended. */
export interface EndedSession extends Client {
  readonly endedAt: Date;
  readonly endedBy: UserId;
}

/** Where a request comes from, as far as it tells. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
}

const DAY_MS = 86_400_000;
const IDLE_MS = 30 * DAY_MS;
const ABSOLUTE_MS = 90 * DAY_MS;
const CONFIRMED_MS = 15 * 60_000;
const SEEN_EVERY_MS = 60_000;
const LONGEST_USER_AGENT = 400;
export const SESSIONS_PER_PERSON = 100;

export function beginSession(id: SessionId, userId: UserId, { client, method }: Arrival, now: Date): Session {
  const times = { createdAt: now, lastSeenAt: now, confirmedAt: now };
  return { id, userId, method, ...times, ...describeClient(client) };
}

/** Who leaves a device open for longer than this is asked again before anything about signing in changes. */
export function isConfirmed({ confirmedAt }: Session, now: Date): boolean {
  return now.getTime() - confirmedAt.getTime() < CONFIRMED_MS;
}

/** Thirty days after it was last used, and ninety after it began at the latest. */
export function expiryOf(session: Session): Date {
  return new Date(
    Math.min(session.lastSeenAt.getTime() + IDLE_MS, session.createdAt.getTime() + ABSOLUTE_MS),
  );
}

export function isExpired(session: Session, now: Date): boolean {
  return expiryOf(session) <= now;
}

/** Sessions last seen, or begun, before these moments have expired. */
export function expiredBefore(now: Date): { readonly lastSeenAt: Date; readonly createdAt: Date } {
  return { lastSeenAt: new Date(now.getTime() - IDLE_MS), createdAt: new Date(now.getTime() - ABSOLUTE_MS) };
}

/** Being seen is noted once a minute at most, so that a busy session costs no writes. */
export function isWorthNoting(lastNoted: Date | undefined, now: Date): boolean {
  return lastNoted === undefined || now.getTime() - lastNoted.getTime() >= SEEN_EVERY_MS;
}

export function describeClient(client: Client): Client {
  return { address: client.address, userAgent: client.userAgent.slice(0, LONGEST_USER_AGENT) };
}
