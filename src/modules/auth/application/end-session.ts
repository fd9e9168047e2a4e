import type { Actor } from "../../../kernel/actor.ts";
import type { SessionId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import type { AuthPorts } from "./ports.ts";

/** Ends one of the caller's sessions, the calling one or another. Throws SESSION_NOT_FOUND. */
export async function endSession(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Actor,
  sessionId: SessionId,
): Promise<void> {
  await store.transact(async (tx) => {
    if (!(await tx.sessions.end(userId, sessionId))) throw refuse("SESSION_NOT_FOUND");
    await tx.record(sessionsEnded(userId, { sessionIds: [sessionId] }));
  });
}
