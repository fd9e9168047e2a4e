import { refuse } from "../domain/errors.ts";
import { type Invitation, isOpen } from "../domain/invitation.ts";
import type { Client } from "../domain/session.ts";
import type { AuthPorts } from "./ports.ts";

export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly orgName: string;
}

/** What a link leads to. Unknown, used up, expired and revoked are one INVITATION_INVALID. */
export async function getInvitation(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "attempts" | "orgNames">,
  token: string,
  client: Client,
): Promise<OpenInvitation> {
  await deps.attempts.take("openLink", client);
  const found = await deps.store.read.findInvitation(deps.secrets.hash(token));
  if (found === undefined || !isOpen(found.invitation, found.maker, deps.clock.now())) {
    throw refuse("INVITATION_INVALID");
  }
  const { invitation } = found;
  return { invitation, orgName: (await deps.orgNames.find(invitation.orgId)) ?? "" };
}
