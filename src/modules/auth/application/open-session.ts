import type { Account } from "../domain/account.ts";
import { sessionsEnded } from "../domain/events.ts";
import { type Arrival, beginSession, SESSIONS_PER_PERSON } from "../domain/session.ts";
import { noteArrival } from "./note-sign-in.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/** Somebody who has just signed in. The token is known to them only. */
export interface SignedIn {
  readonly account: Account;
  readonly sessionToken: string;
}

/**
 * Who has too many sessions loses those not used for the longest time. The account must be locked, or new
 * in this transaction, so that no session outlives a deactivation.
 */
export async function openSession(
  deps: Pick<AuthPorts, "ids" | "clock" | "secrets" | "mail" | "settings">,
  tx: AuthTransaction,
  account: Account,
  arrival: Arrival,
): Promise<SignedIn> {
  const now = deps.clock.now();
  const token = deps.secrets.make("session");
  const { userId } = account;
  const session = beginSession(deps.ids.next("ses"), userId, arrival, now);
  await tx.sessions.add(session, token.hash, arrival.provided);
  await noteArrival(deps, tx, account, arrival);
  const sessionIds = await tx.sessions.endOldest(userId, SESSIONS_PER_PERSON);
  await tx.record(sessionsEnded(userId, { sessionIds }));
  return { account, sessionToken: token.text };
}
