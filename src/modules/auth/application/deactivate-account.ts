import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertMayBeDeactivated, isActive } from "../domain/account.ts";
import { sessionsEnded } from "../domain/events.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import type { AuthPorts } from "./ports.ts";

/** Ends all sessions and keys of the account; its sign-in is refused from now on. */
export async function deactivateAccount(
  deps: Pick<AuthPorts, "store" | "clock">,
  actor: Actor,
  userId: UserId,
): Promise<void> {
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    const { subject } = hearing;
    assertMayBeDeactivated(hearing);
    if (!isActive(subject)) return;
    const { orgId, role } = subject;
    await tx.accounts.save({ ...subject, deactivatedAt: deps.clock.now() });
    await tx.links.forget(userId, "resetPassword");
    await tx.ceremonies.forget(userId);
    const sessionIds = await tx.sessions.endAll(userId);
    const apiKeyIds = await tx.apiKeys.endAll(userId);
    await tx.record([
      { type: "AccountDeactivated", userId, orgId, role, deactivatedBy: actor.userId },
      ...sessionsEnded(userId, { sessionIds, apiKeyIds }),
    ]);
  });
}
