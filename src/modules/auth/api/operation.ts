import { type Actor, operatorOf } from "../../../kernel/actor.ts";
import { parseId, type UserId } from "../../../kernel/ids.ts";
import { createApiKeyOf } from "../application/create-api-key-of.ts";
import { createInvitation } from "../application/create-invitation.ts";
import { createRecoveryLink } from "../application/create-recovery-link.ts";
import { deactivateAccount } from "../application/deactivate-account.ts";
import { type AccountDescription, describeAccount } from "../application/describe-account.ts";
import { endSessionsOf } from "../application/end-sessions-of.ts";
import { findPerson } from "../application/find-person.ts";
import type { AuthPorts } from "../application/ports.ts";
import { reactivateAccount } from "../application/reactivate-account.ts";
import { removeSecondFactorOf } from "../application/remove-second-factor-of.ts";
import { revokeApiKey } from "../application/revoke-api-key.ts";
import { setRole } from "../application/set-role.ts";
import type { Account } from "../domain/account.ts";
import type { ApiKey, KeyScope } from "../domain/api-key.ts";
import { refuse } from "../domain/errors.ts";
import type { Role } from "../domain/role.ts";

/** An account as the operator sees it: nothing that opens anything. */
export type OperatedAccount = Omit<Account, "passwordHash" | "orgId">;

export interface OperatedKey extends ApiKey {
  /** Whose. */
  readonly email: string;
}

/** A link that is a secret, told this once. */
export interface OperatedLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * What the operator does about accounts from the server's own machine: past sessions and rights, but not past the
 * rules. People are named by id or email address; for others ACCOUNT_NOT_FOUND is thrown, and INSTALLATION_EMPTY
 * where nobody is there yet.
 */
export interface AccountOperation {
  /** Who acts, in the organisation that is there. */
  operator(): Promise<Actor>;
  /** Everybody, by email address. */
  list(): Promise<readonly OperatedAccount[]>;
  show(person: string): Promise<OperatedAccount & AccountDescription>;
  /** Sent to the address as well, where mail is set. */
  invite(email: string, role: Exclude<Role, "owner">): Promise<OperatedLink>;
  /** Throws LAST_OWNER. */
  deactivate(person: string): Promise<void>;
  reactivate(person: string): Promise<void>;
  /** Throws LAST_OWNER, ACCOUNT_DEACTIVATED. */
  setRole(person: string, role: Role): Promise<void>;
  /** To a new password. Throws ACCOUNT_DEACTIVATED. */
  recoveryLink(person: string): Promise<OperatedLink>;
  /** Answers how many. */
  endSessions(person: string): Promise<number>;
  /** The app for codes and the recovery codes; passkeys stay. Throws TOTP_NOT_SET_UP. */
  removeSecondFactor(person: string): Promise<void>;
  /** Of one person, or of everybody. */
  listKeys(person?: string): Promise<readonly OperatedKey[]>;
  /** The secret is told this once. Throws API_KEY_EXPIRY, TOO_MANY_API_KEYS, ACCOUNT_DEACTIVATED. */
  createKey(person: string, wish: NewKey): Promise<OperatedKey & { readonly secret: string }>;
  /** Throws API_KEY_NOT_FOUND. */
  revokeKey(id: string): Promise<void>;
}

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Within a year; undefined: in 90 days. */
  readonly expiresAt: Date | undefined;
}

const PAGE = 500;

export function createAccountOperation(deps: AuthPorts): AccountOperation {
  return { ...accountsOperation(deps), ...keysOperation(deps) };
}

function accountsOperation(deps: AuthPorts): Omit<AccountOperation, "listKeys" | "createKey" | "revokeKey"> {
  const about = async <T>(person: string, decide: (operator: Actor, id: UserId) => Promise<T>): Promise<T> =>
    decide(await operatorHere(deps), (await findPerson(deps, person)).userId);
  const link = (path: string, token: string) => `${deps.settings.publicUrl}/${path}/${token}`;
  return {
    operator: () => operatorHere(deps),
    list: async () => Array.fromAsync(everybody(deps, await operatorHere(deps)), operated),
    async show(person) {
      const account = await findPerson(deps, person);
      return { ...operated(account), ...(await describeAccount(deps, account)) };
    },
    async invite(email, role) {
      const wish = { email, role, uses: 1, expiresAt: undefined };
      const { invitation, token } = await createInvitation(deps, await operatorHere(deps), wish);
      return { url: link("join", token), expiresAt: invitation.expiresAt };
    },
    deactivate: (person) => about(person, (operator, id) => deactivateAccount(deps, operator, id)),
    reactivate: (person) => about(person, (operator, id) => reactivateAccount(deps, operator, id)),
    setRole: (person, role) => about(person, (operator, userId) => setRole(deps, operator, { userId, role })),
    async recoveryLink(person) {
      const made = await about(person, (operator, id) => createRecoveryLink(deps, operator, id));
      return { url: link("reset", made.token), expiresAt: made.expiresAt };
    },
    endSessions: (person) =>
      about(person, (operator, userId) => endSessionsOf(deps, operator, { userId, only: undefined })),
    removeSecondFactor: (person) => about(person, (operator, id) => removeSecondFactorOf(deps, operator, id)),
  };
}

function keysOperation(deps: AuthPorts): Pick<AccountOperation, "listKeys" | "createKey" | "revokeKey"> {
  const { read } = deps.store;
  return {
    async listKeys(person) {
      if (person === undefined) {
        const held = await read.listApiKeysIn((await operatorHere(deps)).orgId);
        return held.map(({ credential, account }) => ({ ...credential, email: account.email }));
      }
      const { userId, email } = await findPerson(deps, person);
      return (await read.listApiKeys(userId)).map((key) => ({ ...key, email }));
    },
    async createKey(person, wish) {
      const [operator, subject] = [await operatorHere(deps), await findPerson(deps, person)];
      const { apiKey, secret } = await createApiKeyOf(deps, operator, subject, wish);
      return { ...apiKey, email: subject.email, secret };
    },
    async revokeKey(id) {
      const held = await read.findApiKey(parseId("key", id));
      if (held === undefined) throw refuse("API_KEY_NOT_FOUND");
      await revokeApiKey(deps, held.account, held.credential.id);
    },
  };
}

async function operatorHere({ store }: AuthPorts): Promise<Actor> {
  const orgId = await store.read.findOrg();
  if (orgId === undefined) throw refuse("INSTALLATION_EMPTY");
  return operatorOf(orgId);
}

async function* everybody({ store }: AuthPorts, { orgId }: Actor): AsyncGenerator<Account> {
  for (let page = await store.read.listAccounts(orgId, undefined, PAGE); page.length > 0; ) {
    yield* page;
    page = await store.read.listAccounts(orgId, page.at(-1)?.email, PAGE);
  }
}

function operated({ userId, email, role, emailVerifiedAt, deactivatedAt }: Account): OperatedAccount {
  return { userId, email, role, emailVerifiedAt, deactivatedAt };
}
