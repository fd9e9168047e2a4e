import type { Actor } from "../../../kernel/actor.ts";
import { sessionsEnded } from "../domain/events.ts";
import { assertSecondFactorRemains, isDue } from "../domain/second-factor.ts";
import { WEAK_METHODS } from "../domain/session.ts";
import { assertConfirmed } from "./confirmed.ts";
import type { AuthPorts } from "./ports.ts";
import { factorsOf } from "./second-factor.ts";

type Deps = Pick<AuthPorts, "store" | "clock">;

/**
 * From that moment on nobody comes in by a password alone, and sessions that were opened so end; undefined: they
 * may. Who decides it has a second factor. Throws SECOND_FACTOR_NEEDED, CONFIRMATION_REQUIRED.
 */
export async function requireSecondFactor(deps: Deps, actor: Actor, from: Date | undefined): Promise<void> {
  await assertConfirmed(deps, actor);
  await deps.store.transact(async (tx) => {
    await tx.accounts.access(actor.userId);
    assertSecondFactorRemains(await factorsOf(tx, actor.userId), from);
    await tx.secondFactors.setDue(from);
  });
  await endWeakSessions(deps);
}

/** Sessions that one factor alone has opened are over once that is not enough. Worth doing every few minutes. */
export async function endWeakSessions({ store, clock }: Deps): Promise<void> {
  await store.transact(async (tx) => {
    if (!isDue(await tx.secondFactors.findDue(), clock.now())) return;
    for (const [userId, sessionIds] of await tx.sessions.endOpenedBy(WEAK_METHODS)) {
      await tx.record(sessionsEnded(userId, { sessionIds }));
    }
  });
}
