import type { Actor } from "../../../kernel/actor.ts";
import { isExpired, type Session } from "../domain/session.ts";
import type { AuthPorts } from "./ports.ts";

/** Where somebody is signed in, the place last used first. */
export async function listSessions(
  { store, clock }: Pick<AuthPorts, "store" | "clock">,
  { userId }: Pick<Actor, "userId">,
): Promise<readonly Session[]> {
  const now = clock.now();
  const sessions = await store.read.listSessions(userId);
  return sessions
    .filter((session) => !isExpired(session, now))
    .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
}
