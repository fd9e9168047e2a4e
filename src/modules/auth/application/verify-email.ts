import { refuse } from "../domain/errors.ts";
import type { Client } from "../domain/session.ts";
import { type CreatedAccount, createAccount, EFFECTS_LIMIT_MS } from "./create-account.ts";
import type { AuthPorts, SecretHash } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";

export interface VerifyEmail {
  readonly token: string;
  readonly client: Client;
}

type VerifyEmailDeps = Pick<
  AuthPorts,
  "store" | "clock" | "ids" | "secrets" | "attempts" | "effects" | "settings"
>;

/** Confirms the address of an account, or creates the account that waited for it. Throws LINK_INVALID, REGISTRATION_WITHDRAWN. */
export async function verifyEmail(deps: VerifyEmailDeps, { token, client }: VerifyEmail): Promise<void> {
  await deps.attempts.take("openLink", client);
  const hash = deps.secrets.hash(token);
  const created = await deps.store.transact(
    async (tx) => (await confirmAccount(deps, tx, hash)) ?? (await completeRegistration(deps, tx, hash)),
  );
  await deps.effects.settled(created.events, EFFECTS_LIMIT_MS);
  await tellWithdrawn(deps, { userId: created.account.userId });
}

async function confirmAccount(deps: VerifyEmailDeps, tx: AuthTransaction, token: SecretHash) {
  const now = deps.clock.now();
  const userId = await tx.links.use("verifyEmail", token, now);
  if (userId === undefined) return undefined;
  const account = await tx.accounts.access(userId);
  await tx.accounts.save({ ...account, emailVerifiedAt: account.emailVerifiedAt ?? now });
  return { account, events: [] };
}

async function completeRegistration(
  deps: VerifyEmailDeps,
  tx: AuthTransaction,
  token: SecretHash,
): Promise<CreatedAccount> {
  const now = deps.clock.now();
  const waiting = await tx.registrations.take(token, now);
  // Who closes the registration closes it for those, too, who have not confirmed yet.
  if (waiting === undefined || deps.settings.registration !== "open") throw refuse("LINK_INVALID");
  const { email, passwordHash, passkey, name } = waiting;
  const { orgId } = await tx.foundOrg(deps.ids.next("org"));
  const newcomer = {
    orgId,
    email,
    passwordHash,
    passkey,
    name,
    role: "member",
    emailVerifiedAt: now,
  } as const;
  return createAccount(deps, tx, newcomer);
}
