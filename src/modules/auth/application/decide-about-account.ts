import { type Actor, OPERATOR } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { type Decider, type Hearing, operatorAsDecider } from "../domain/account.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/**
 * Decisions about accounts of one organisation are taken one after the other, each on what is true then:
 * two owners cannot demote each other, and who was demoted a moment ago decides nothing any more.
 */
export async function decideAboutAccount(
  { store }: Pick<AuthPorts, "store">,
  actor: Actor,
  userId: UserId,
  decide: (tx: AuthTransaction, hearing: Hearing) => Promise<void>,
): Promise<void> {
  await store.transact(async (tx) => {
    const owners = await tx.accounts.countOwners(actor.orgId);
    const manager = await accessDecider(tx, actor);
    const subject = await tx.accounts.access(userId);
    await decide(tx, { manager, subject, owners });
  });
}

/** Who acts, locked until the commit. Throws ACCOUNT_NOT_FOUND. */
export async function accessDecider(tx: AuthTransaction, { userId, orgId }: Actor): Promise<Decider> {
  return userId === OPERATOR ? operatorAsDecider(orgId) : tx.accounts.access(userId);
}
