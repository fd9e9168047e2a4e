import type { Actor } from "../../../kernel/actor.ts";
import { assertMayGrant } from "../domain/account.ts";
import { readEmail } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import { type Invitation, invitationExpiry, OPEN_INVITATIONS_PER_PERSON } from "../domain/invitation.ts";
import { accessDecider } from "./decide-about-account.ts";
import { invite } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

export interface CreateInvitation {
  readonly role: Invitation["role"];
  /** Undefined: for whoever has the link. */
  readonly email: string | undefined;
  readonly expiresAt: Date | undefined;
  /** How many people may use it. */
  readonly uses: number;
}

export interface CreatedInvitation {
  readonly invitation: Invitation;
  /** The secret part of the link, told this once. */
  readonly token: string;
}

/** Who names an address has the link sent there as well, where mail is set. */
export async function createInvitation(
  deps: Pick<AuthPorts, "store" | "clock" | "ids" | "secrets" | "mail" | "settings">,
  actor: Actor,
  command: CreateInvitation,
): Promise<CreatedInvitation> {
  const { userId, orgId } = actor;
  const now = deps.clock.now();
  const token = deps.secrets.make("link");
  const invitation: Invitation = {
    id: deps.ids.next("inv"),
    orgId,
    role: command.role,
    email: command.email === undefined ? undefined : readEmail(command.email),
    createdBy: userId,
    createdAt: now,
    expiresAt: invitationExpiry(command.expiresAt, now),
    usesLeft: command.uses,
  };
  await deps.store.transact(async (tx) => {
    assertMayGrant(await accessDecider(tx, actor), invitation.role);
    if ((await tx.invitations.countOpen(userId, now)) >= OPEN_INVITATIONS_PER_PERSON) {
      throw refuse("TOO_MANY_INVITATIONS");
    }
    await tx.invitations.add(invitation, token.hash);
  });
  if (invitation.email !== undefined && deps.mail.delivers) {
    deps.mail.post(invite(deps.settings.publicUrl, invitation.email, token.text));
  }
  return { invitation, token: token.text };
}
