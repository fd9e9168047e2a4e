import type { EventId } from "../../../kernel/ids.ts";
import { type Account, isActive } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { type Assertion, roleOf } from "../domain/identity.ts";
import type { Role } from "../domain/role.ts";
import { createAccount } from "./create-account.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import { providerLinked } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

export type AdmissionDeps = Pick<AuthPorts, "clock" | "ids" | "mail" | "settings">;

/** The account that an assertion opens, locked or new in this transaction. */
export interface Admitted {
  readonly account: Account;
  /** What others do about a newcomer; empty for somebody known. */
  readonly events: readonly EventId[];
}

/**
 * Finds the account by the link; or by an address that the provider vouches for and the account has confirmed
 * itself; or makes one. Its role follows the groups. One that is deactivated is answered as it is. Throws
 * PROVIDER_EMAIL_UNVERIFIED, PROVIDER_GROUP_MISSING, PROVIDER_ACCOUNT_MISSING, PROVIDER_ACCOUNT_UNLINKED,
 * PROVIDER_IDENTITY_TAKEN.
 */
export async function admitByProvider(
  deps: AdmissionDeps,
  tx: AuthTransaction,
  provider: IdentityProvider,
  told: Assertion,
): Promise<Admitted> {
  const known = (await findLinked(tx, told)) ?? (await linkByEmail(deps, tx, provider, told));
  if (known === undefined) return makeAccount(deps, tx, provider, told);
  const account = isActive(known) ? await followGroups(tx, provider, known, told) : known;
  return { account, events: [] };
}

async function findLinked(tx: AuthTransaction, told: Assertion): Promise<Account | undefined> {
  const owner = await tx.identities.findOwner(told);
  return owner && tx.accounts.find(owner);
}

/** An address that only one side has confirmed may be somebody else's. */
async function linkByEmail(
  deps: AdmissionDeps,
  tx: AuthTransaction,
  { policy }: IdentityProvider,
  told: Assertion,
): Promise<Account | undefined> {
  if (told.email === undefined) throw refuse("PROVIDER_EMAIL_UNVERIFIED");
  const found = await tx.accounts.findByEmail(told.email);
  if (found === undefined) return undefined;
  const account = await tx.accounts.access(found.userId);
  if (account.email !== told.email || account.emailVerifiedAt === undefined) {
    throw refuse("PROVIDER_ACCOUNT_UNLINKED");
  }
  if (!isActive(account)) return account;
  await linkIdentity(deps, tx, account, told);
  tx.afterCommit(() => deps.mail.post(providerLinked(deps.settings.publicUrl, account.email, policy.name)));
  return account;
}

/** The account must be locked, or new in this transaction. Throws PROVIDER_IDENTITY_TAKEN. */
export async function linkIdentity(
  { clock }: Pick<AuthPorts, "clock">,
  tx: AuthTransaction,
  { userId }: Account,
  { issuer, subject }: Assertion,
): Promise<void> {
  const isLinked = await tx.identities.link({ issuer, subject, userId, linkedAt: clock.now() });
  if (!isLinked) throw refuse("PROVIDER_IDENTITY_TAKEN");
}

async function makeAccount(
  deps: AdmissionDeps,
  tx: AuthTransaction,
  { policy }: IdentityProvider,
  told: Assertion,
): Promise<Admitted> {
  const { email, name, preferredHandle, groups } = told;
  if (email === undefined) throw refuse("PROVIDER_EMAIL_UNVERIFIED");
  if (!policy.signUp) throw refuse("PROVIDER_ACCOUNT_MISSING");
  const role = policy.roles === undefined ? "member" : roleOf(groups, policy.roles);
  if (role === undefined) throw refuse("PROVIDER_GROUP_MISSING");
  const { orgId, founded } = await tx.foundOrg(deps.ids.next("org"));
  // Who founds an organisation names it, and is there before any provider; this takes the founding back.
  if (founded) throw refuse("PROVIDER_ACCOUNT_MISSING");
  const opened = { passwordHash: undefined, passkey: undefined, emailVerifiedAt: deps.clock.now() };
  const created = await createAccount(deps, tx, { orgId, role, email, name, preferredHandle, ...opened });
  await linkIdentity(deps, tx, created.account, told);
  return created;
}

/** Owners are made and unmade by owners only. Throws PROVIDER_GROUP_MISSING. */
async function followGroups(
  tx: AuthTransaction,
  { policy }: IdentityProvider,
  account: Account,
  { groups }: Assertion,
): Promise<Account> {
  if (policy.roles === undefined || account.role === "owner") return account;
  const role: Role | undefined = roleOf(groups, policy.roles);
  if (role === undefined) throw refuse("PROVIDER_GROUP_MISSING");
  if (role === account.role) return account;
  const { userId, orgId, role: from } = account;
  await tx.accounts.save({ ...account, role });
  await tx.record([{ type: "RoleChanged", userId, orgId, from, to: role, changedBy: undefined }]);
  return { ...account, role };
}
