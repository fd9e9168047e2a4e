import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import type { AuthPorts } from "./ports.ts";

/** Ends every session of the caller but the calling one. Throws SESSION_REQUIRED. */
export async function endOtherSessions(
  { store }: Pick<AuthPorts, "store">,
  { userId, sessionId }: Actor,
): Promise<void> {
  if (sessionId === undefined) throw refuse("SESSION_REQUIRED");
  await store.transact(async (tx) => {
    await tx.record(sessionsEnded(userId, { sessionIds: await tx.sessions.endAll(userId, sessionId) }));
  });
}
