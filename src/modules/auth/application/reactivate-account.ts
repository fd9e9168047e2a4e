import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertMayDecide, isActive } from "../domain/account.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import type { AuthPorts } from "./ports.ts";

/** With the role the account had. Sessions and keys do not come back. */
export async function reactivateAccount(
  deps: Pick<AuthPorts, "store">,
  actor: Actor,
  userId: UserId,
): Promise<void> {
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    const { subject } = hearing;
    assertMayDecide(hearing);
    if (isActive(subject)) return;
    const { orgId, role } = subject;
    await tx.accounts.save({ ...subject, deactivatedAt: undefined });
    await tx.record([{ type: "AccountReactivated", userId, orgId, role, reactivatedBy: actor.userId }]);
  });
}
