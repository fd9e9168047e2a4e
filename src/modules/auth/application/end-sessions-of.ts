import type { Actor } from "../../../kernel/actor.ts";
import type { SessionId, UserId } from "../../../kernel/ids.ts";
import { assertMayDecide } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import type { AuthPorts } from "./ports.ts";

/**
 * Ends one of somebody's sessions, or all, for who may decide about their account; answers how many. Throws
 * SESSION_NOT_FOUND where the one is not there.
 */
export async function endSessionsOf(
  deps: Pick<AuthPorts, "store" | "clock">,
  actor: Actor,
  { userId, only }: { readonly userId: UserId; readonly only: SessionId | undefined },
): Promise<number> {
  let count = 0;
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    assertMayDecide(hearing);
    const held = await deps.store.read.listSessions(userId);
    const ending = held.filter(({ id }) => only === undefined || id === only);
    if (only !== undefined && ending.length === 0) throw refuse("SESSION_NOT_FOUND");
    const ended = [];
    for (const session of ending) {
      if (!(await tx.sessions.end(userId, session.id))) continue;
      await tx.endedSessions.add(session, { by: actor.userId, at: deps.clock.now() });
      ended.push(session.id);
    }
    await tx.record(sessionsEnded(userId, { sessionIds: ended }));
    count = ended.length;
  });
  return count;
}
