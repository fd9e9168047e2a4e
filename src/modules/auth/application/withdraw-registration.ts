import type { InvitationId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import { returnInvitation } from "../domain/invitation.ts";
import { type Cause, withdrawalExpiry } from "../domain/withdrawal.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

export interface WithdrawRegistration {
  readonly userId: UserId;
  /** By which the person came in; it can be used again. */
  readonly invitationId: InvitationId | undefined;
  readonly because: Cause;
}

/**
 * Takes a registration back: the account is gone with its sessions, its address and invitation are free, and
 * who founded the organisation has founded none. What the person left meanwhile goes as with every account
 * that is deleted. Does nothing where there is no such account. Throws LAST_OWNER where others have come to
 * the organisation already, which nobody else could lead.
 */
export async function withdrawRegistration(
  { store, clock }: Pick<AuthPorts, "store" | "clock">,
  { userId, invitationId, because }: WithdrawRegistration,
): Promise<void> {
  await store.transact(async (tx) => {
    const account = await tx.accounts.find(userId);
    if (account === undefined) return;
    const { orgId, email, passwordHash, role } = account;
    const owners = await tx.accounts.countOwners(orgId);
    const expiresAt = withdrawalExpiry(clock.now());
    await tx.withdrawals.add({ userId, email, passwordHash, because, expiresAt });
    const sessionIds = await tx.sessions.endAll(userId);
    const apiKeyIds = await tx.apiKeys.endAll(userId);
    await tx.accounts.remove(userId);
    const dissolved = await tx.dissolveOrg(orgId);
    if (!dissolved && role === "owner" && owners === 1) throw refuse("LAST_OWNER");
    if (invitationId !== undefined) await giveBack(tx, invitationId);
    await tx.record([
      { type: "AccountDeleted", userId, orgId, role, deletedBy: userId },
      ...sessionsEnded(userId, { sessionIds, apiKeyIds }),
    ]);
  });
}

async function giveBack(tx: AuthTransaction, id: InvitationId): Promise<void> {
  const used = await tx.invitations.find(id);
  if (used !== undefined) await tx.invitations.save(returnInvitation(used));
}
