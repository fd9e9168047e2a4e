import type { Actor } from "../../../kernel/actor.ts";
import type { Account } from "../domain/account.ts";
import type { Session } from "../domain/session.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface Caller {
  readonly account: Account;
  /** Undefined for an API key. */
  readonly session: Session | undefined;
}

/** The account that acts, and the session it acts by. */
export async function describeCaller(deps: Pick<AuthPorts, "store">, actor: Actor): Promise<Caller> {
  const { userId, sessionId } = actor;
  const held = sessionId === undefined ? undefined : await deps.store.read.findSession(sessionId);
  return { account: held?.account ?? (await getAccount(deps, userId)), session: held?.credential };
}
