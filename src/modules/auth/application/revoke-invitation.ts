import type { Actor } from "../../../kernel/actor.ts";
import type { InvitationId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { managesTheOrganisation } from "../domain/role.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

/** One's own, or anybody's for those who manage the organisation. Throws INVITATION_NOT_FOUND. */
export async function revokeInvitation(
  deps: Pick<AuthPorts, "store" | "clock">,
  { userId, orgId }: Actor,
  id: InvitationId,
): Promise<void> {
  const { role } = await getAccount(deps, userId);
  await deps.store.transact(async (tx) => {
    const invitation = await tx.invitations.find(id);
    const isTheirs = invitation?.createdBy === userId || managesTheOrganisation(role);
    if (invitation?.orgId !== orgId || !isTheirs) throw refuse("INVITATION_NOT_FOUND");
    await tx.invitations.revoke(id, deps.clock.now());
  });
}
