import type { Actor } from "../../../kernel/actor.ts";
import { sessionsEnded } from "../domain/events.ts";
import type { AuthPorts } from "./ports.ts";

/** Ends every session of the caller; API keys stay, since they are not places where one is signed in. */
export async function logOutEverywhere(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Actor,
): Promise<void> {
  await store.transact(async (tx) => {
    await tx.record(sessionsEnded(userId, { sessionIds: await tx.sessions.endAll(userId) }));
  });
}
