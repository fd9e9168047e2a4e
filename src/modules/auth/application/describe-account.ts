import type { Account } from "../domain/account.ts";
import type { ApiKey } from "../domain/api-key.ts";
import type { Session } from "../domain/session.ts";
import type { SignIn } from "../domain/sign-in.ts";
import { listSessions } from "./list-sessions.ts";
import type { AuthPorts } from "./ports.ts";

const SIGN_INS = 10;

/** What opens an account, where it is open, and who came in or tried to. */
export interface AccountDescription {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  readonly hasTotp: boolean;
  readonly recoveryCodes: number;
  readonly sessions: readonly Session[];
  readonly apiKeys: readonly ApiKey[];
  /** The latest first. */
  readonly signIns: readonly SignIn[];
}

export async function describeAccount(
  deps: Pick<AuthPorts, "store" | "clock">,
  { userId, orgId, passwordHash }: Account,
): Promise<AccountDescription> {
  const { read } = deps.store;
  const [passkeys, hasTotp, recoveryCodes, sessions, apiKeys, signIns] = await Promise.all([
    read.listPasskeys(userId),
    read.secondFactors.hasTotp(userId),
    read.secondFactors.countCodes(userId),
    listSessions(deps, { userId }),
    read.listApiKeys(userId),
    read.listSignIns({ orgId, userId, before: undefined, limit: SIGN_INS }),
  ]);
  const ways = { hasPassword: passwordHash !== undefined, passkeys: passkeys.length, hasTotp, recoveryCodes };
  return { ...ways, sessions, apiKeys, signIns };
}
