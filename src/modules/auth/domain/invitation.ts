import type { InvitationId, OrgId, UserId } from "../../../kernel/ids.ts";
import { type Decider, isActive } from "./account.ts";
import type { EmailAddress } from "./email.ts";
import { refuse } from "./errors.ts";
import { mayGrant, type Role } from "./role.ts";

/** A link that lets people in with a role. The secret part of the link is known to its maker only. */
export interface Invitation {
  readonly id: InvitationId;
  readonly orgId: OrgId;
  readonly role: Exclude<Role, "owner">;
  /** Undefined: whoever has the link. */
  readonly email: EmailAddress | undefined;
  readonly createdBy: UserId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usesLeft: number;
}

const DAY_MS = 86_400_000;
const DEFAULT_MS = 7 * DAY_MS;
const LONGEST_MS = 30 * DAY_MS;
export const OPEN_INVITATIONS_PER_PERSON = 200;

/** Throws INVITATION_EXPIRY for a wish in the past or more than 30 days ahead. */
export function invitationExpiry(wish: Date | undefined, now: Date): Date {
  if (wish === undefined) return new Date(now.getTime() + DEFAULT_MS);
  const ahead = wish.getTime() - now.getTime();
  if (!(ahead > 0 && ahead <= LONGEST_MS)) throw refuse("INVITATION_EXPIRY");
  return wish;
}

/**
 * An invitation is worth what its maker could give today: who was deactivated or lost the role to
 * grant this one has no open invitations.
 */
export function isOpen(invitation: Invitation, maker: Decider | undefined, now: Date): boolean {
  return (
    invitation.usesLeft > 0 &&
    invitation.expiresAt > now &&
    maker !== undefined &&
    isActive(maker) &&
    mayGrant(maker.role, invitation.role)
  );
}

/** One use less. Throws INVITATION_FOR_SOMEBODY_ELSE. */
export function useInvitation(invitation: Invitation, email: EmailAddress): Invitation {
  if (invitation.email !== undefined && invitation.email !== email) {
    throw refuse("INVITATION_FOR_SOMEBODY_ELSE");
  }
  return { ...invitation, usesLeft: invitation.usesLeft - 1 };
}

/** One use more: who came in by it is not there any more. */
export function returnInvitation(invitation: Invitation): Invitation {
  return { ...invitation, usesLeft: invitation.usesLeft + 1 };
}
