import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { assertWayInRemains } from "../domain/passkey.ts";
import { assertConfirmed } from "./confirmed.ts";
import { providerUnlinked } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";
import { factorsOf } from "./second-factor.ts";
import type { AuthTransaction } from "./store.ts";
import { providerOf } from "./visit-provider.ts";

type Deps = Pick<AuthPorts, "store" | "clock" | "mail" | "settings" | "identityProvider">;

export interface OwnProviderLink {
  /** Undefined where no provider is set. */
  readonly providerName: string | undefined;
  readonly linkedAt: Date | undefined;
}

export async function describeProviderLink(
  { store, identityProvider }: Pick<AuthPorts, "store" | "identityProvider">,
  { userId }: Actor,
): Promise<OwnProviderLink> {
  if (identityProvider === undefined) return { providerName: undefined, linkedAt: undefined };
  const link = await store.read.findIdentity(userId, identityProvider.issuer);
  return { providerName: identityProvider.policy.name, linkedAt: link?.linkedAt };
}

/** Never the last way in. Throws PROVIDER_UNSET, PROVIDER_LINK_NOT_FOUND, LAST_WAY_IN, CONFIRMATION_REQUIRED. */
export async function removeProviderLink(deps: Deps, actor: Actor): Promise<void> {
  await assertConfirmed(deps, actor);
  const { issuer, policy } = providerOf(deps);
  const email = await deps.store.transact(async (tx) => {
    const account = await tx.accounts.access(actor.userId);
    const { passkeys } = await factorsOf(tx, actor.userId);
    if (!(await tx.identities.unlink(actor.userId, issuer))) throw refuse("PROVIDER_LINK_NOT_FOUND");
    assertWayInRemains({ hasPassword: account.passwordHash !== undefined, passkeys, provided: false });
    return account.email;
  });
  deps.mail.post(providerUnlinked(deps.settings.publicUrl, email, policy.name));
}

/** Whether the provider that is set opens the account; a link to one that was set before opens nothing. */
export async function isLinked(
  { identityProvider }: Pick<AuthPorts, "identityProvider">,
  tx: AuthTransaction,
  userId: UserId,
): Promise<boolean> {
  if (identityProvider === undefined) return false;
  return (await tx.identities.find(userId, identityProvider.issuer)) !== undefined;
}
