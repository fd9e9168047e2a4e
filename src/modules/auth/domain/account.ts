import { OPERATOR } from "../../../kernel/actor.ts";
import type { OrgId, UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "./email.ts";
import { refuse } from "./errors.ts";
import { mayDecideAbout, mayGrant, type Role } from "./role.ts";

/** What somebody signs in with. Who they are to others is the user context's. */
export interface Account {
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly email: EmailAddress;
  /** Undefined: no password opens it. */
  readonly passwordHash: string | undefined;
  readonly role: Role;
  readonly emailVerifiedAt: Date | undefined;
  readonly deactivatedAt: Date | undefined;
}

/** Who decides, by their role. */
export type Decider = Pick<Account, "userId" | "orgId" | "role" | "deactivatedAt">;

/** Who has the machine has an owner's say, and keeps to the rules of owners. */
export function operatorAsDecider(orgId: OrgId): Decider {
  return { userId: OPERATOR, orgId, role: "owner", deactivatedAt: undefined };
}

/** Somebody decides about an account; nothing of this changes until the decision is committed. */
export interface Hearing {
  readonly manager: Decider;
  readonly subject: Account;
  /** How many active owners the organisation has. */
  readonly owners: number;
}

export function isActive(account: Pick<Account, "deactivatedAt">): boolean {
  return account.deactivatedAt === undefined;
}

export function assertActive(account: Account): void {
  if (!isActive(account)) throw refuse("ACCOUNT_DEACTIVATED");
}

/** Who is deactivated gives nothing. */
export function assertMayGrant(granter: Decider, role: Role): void {
  if (!isActive(granter) || !mayGrant(granter.role, role)) throw refuse("ROLE_NOT_YOURS_TO_GRANT");
}

export function assertRoleMayChange(hearing: Hearing, role: Role): void {
  assertMayDecide(hearing);
  assertMayGrant(hearing.manager, role);
  assertActive(hearing.subject);
  if (role !== "owner") assertOwnerRemains(hearing);
}

export function assertMayBeDeactivated(hearing: Hearing): void {
  assertMayDecide(hearing);
  assertOwnerRemains(hearing);
}

/** Everybody may delete their own account, and who manages the organisation those of others. */
export function assertMayBeDeleted(hearing: Hearing): void {
  if (hearing.manager.userId !== hearing.subject.userId) assertMayDecide(hearing);
  assertOwnerRemains(hearing);
}

export function assertMayDecide({ manager, subject }: Omit<Hearing, "owners">): void {
  if (subject.orgId !== manager.orgId) throw refuse("ACCOUNT_NOT_FOUND");
  if (!isActive(manager) || !mayDecideAbout(manager.role, subject.role)) {
    throw refuse("ROLE_NOT_YOURS_TO_GRANT");
  }
}

function assertOwnerRemains({ subject, owners }: Hearing): void {
  if (subject.role === "owner" && isActive(subject) && owners <= 1) throw refuse("LAST_OWNER");
}
