import type { Account } from "../domain/account.ts";
import { beginSession, type Client } from "../domain/session.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/** Somebody who has just signed in. The token is known to them only. */
export interface SignedIn {
  readonly account: Account;
  readonly sessionToken: string;
}

/** The account must be locked, or new in this transaction, so that no session outlives a deactivation. */
export async function openSession(
  deps: Pick<AuthPorts, "ids" | "clock" | "secrets">,
  tx: AuthTransaction,
  account: Account,
  client: Client,
): Promise<SignedIn> {
  const now = deps.clock.now();
  const token = deps.secrets.make("session");
  await tx.sessions.add(beginSession(deps.ids.next("ses"), account.userId, client, now), token.hash);
  return { account, sessionToken: token.text };
}
