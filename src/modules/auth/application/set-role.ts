import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertRoleMayChange } from "../domain/account.ts";
import type { Role } from "../domain/role.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface SetRole {
  readonly userId: UserId;
  readonly role: Role;
}

/** Throws ROLE_NOT_YOURS_TO_GRANT, LAST_OWNER, ACCOUNT_NOT_FOUND, ACCOUNT_DEACTIVATED. */
export async function setRole(
  deps: Pick<AuthPorts, "store">,
  actor: Actor,
  { userId, role }: SetRole,
): Promise<void> {
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    const { subject } = hearing;
    assertRoleMayChange(hearing, role);
    if (subject.role === role) return;
    await tx.accounts.save({ ...subject, role });
    const { orgId, role: from } = subject;
    await tx.record([{ type: "RoleChanged", userId, orgId, from, to: role, changedBy: actor.userId }]);
  });
}
