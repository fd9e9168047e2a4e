import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertMayDecide } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import type { EndedSession, Session } from "../domain/session.ts";
import { listSessions } from "./list-sessions.ts";
import type { AuthPorts } from "./ports.ts";

const ENDED = 20;

/** Where somebody is signed in, for who may decide about their account. Throws ACCOUNT_NOT_FOUND. */
export async function listSessionsOf(
  deps: Pick<AuthPorts, "store" | "clock">,
  actor: Actor,
  userId: UserId,
): Promise<{ readonly sessions: readonly Session[]; readonly ended: readonly EndedSession[] }> {
  const { read } = deps.store;
  const [manager, subject] = await Promise.all([read.findAccount(actor.userId), read.findAccount(userId)]);
  if (manager === undefined || subject === undefined) throw refuse("ACCOUNT_NOT_FOUND");
  assertMayDecide({ manager, subject });
  const [sessions, ended] = await Promise.all([
    listSessions(deps, subject),
    read.listEndedSessions(userId, ENDED),
  ]);
  return { sessions, ended };
}
