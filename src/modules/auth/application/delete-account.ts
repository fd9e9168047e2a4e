import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertMayBeDeleted } from "../domain/account.ts";
import { sessionsEnded } from "../domain/events.ts";
import { type Confirmation, confirmByPasswordIfAny } from "./confirm-password.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface DeleteAccount extends Confirmation {
  readonly userId: UserId;
}

/**
 * Deletes all that this context has of a person; the others follow by the event. One's own account needs
 * the password, if it has one. Throws WRONG_PASSWORD, CONFIRMATION_REQUIRED, LAST_OWNER, ROLE_NOT_YOURS_TO_GRANT, ACCOUNT_NOT_FOUND.
 */
export async function deleteAccount(
  deps: Pick<AuthPorts, "store" | "clock" | "passwords" | "attempts">,
  actor: Actor,
  { userId, ...confirmation }: DeleteAccount,
): Promise<void> {
  if (userId === actor.userId) await confirmByPasswordIfAny(deps, actor, confirmation);
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    assertMayBeDeleted(hearing);
    const { orgId, role } = hearing.subject;
    const sessionIds = await tx.sessions.endAll(userId);
    const apiKeyIds = await tx.apiKeys.endAll(userId);
    await tx.accounts.remove(userId);
    await tx.record([
      { type: "AccountDeleted", userId, orgId, role, deletedBy: actor.userId },
      ...sessionsEnded(userId, { sessionIds, apiKeyIds }),
    ]);
  });
}
