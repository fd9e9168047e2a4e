import type { UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "./email.ts";
import type { Role } from "./role.ts";

/** Somebody as an identity provider knows them: its subject stays the same when name and address change. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** Whoever signs in there as this comes into the account. */
export interface LinkedIdentity extends Identity {
  readonly userId: UserId;
  readonly linkedAt: Date;
}

/** The session there that one here began with, and ends with. */
export interface ProvidedSession extends Identity {
  /** Undefined where the provider does not name its sessions. */
  readonly sid?: string | undefined;
}

/** What an identity provider says of somebody who has just signed in there. */
export interface Assertion extends ProvidedSession {
  /** Undefined where it does not vouch for one. */
  readonly email: EmailAddress | undefined;
  readonly name: string;
  /** Undefined where it tells none. */
  readonly preferredHandle: string | undefined;
  readonly groups: readonly string[];
  /** They have shown two factors there. */
  readonly isStrong: boolean;
}

/** Who is in the group has at least the role; `*` is everybody. */
export interface RoleRule {
  readonly group: string;
  readonly role: Exclude<Role, "owner">;
}

const HIGHEST_FIRST = ["admin", "member", "guest"] as const;

/** The highest role that the groups give; undefined where they give none. */
export function roleOf(groups: readonly string[], rules: readonly RoleRule[]): RoleRule["role"] | undefined {
  const given = rules.filter(({ group }) => group === "*" || groups.includes(group)).map(({ role }) => role);
  return HIGHEST_FIRST.find((role) => given.includes(role));
}

// Providers post a logout at once; who kept one for longer than this replays it.
const LOGOUT_FRESH_MS = 5 * 60_000;
/** By how much the clocks of a provider and of this server may differ. */
export const CLOCKS_DIFFER_MS = 60_000;

/** What a provider says when somebody has signed out there: of one session, or of all of a subject. */
export type Logout = {
  readonly issuer: string;
  /** Names the message itself. */
  readonly jti: string;
  readonly issuedAt: Date;
} & (
  | { readonly sid: string; readonly subject: string | undefined }
  | { readonly sid: undefined; readonly subject: string }
);

export function isFresh({ issuedAt }: Logout, now: Date): boolean {
  const age = now.getTime() - issuedAt.getTime();
  return age >= -CLOCKS_DIFFER_MS && age <= LOGOUT_FRESH_MS + CLOCKS_DIFFER_MS;
}

/** Until then a message is remembered, so that it is heard once. */
export function forgottenAfter({ issuedAt }: Logout): Date {
  return new Date(issuedAt.getTime() + LOGOUT_FRESH_MS + 2 * CLOCKS_DIFFER_MS);
}
