import type { Actor } from "../../../kernel/actor.ts";
import { type Invitation, isOpen } from "../domain/invitation.ts";
import { managesTheOrganisation } from "../domain/role.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

/** Open invitations: all of them for those who manage the organisation, their own for others. */
export async function listInvitations(
  deps: Pick<AuthPorts, "store" | "clock">,
  { userId, orgId }: Actor,
): Promise<readonly Invitation[]> {
  const now = deps.clock.now();
  const { role } = await getAccount(deps, userId);
  const made = await deps.store.read.listInvitations(orgId, now);
  return made
    .filter(({ invitation, maker }) => isOpen(invitation, maker, now))
    .map(({ invitation }) => invitation)
    .filter(({ createdBy }) => createdBy === userId || managesTheOrganisation(role));
}
