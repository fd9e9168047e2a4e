import type { Throttle } from "../domain/throttle.ts";
import type { Connection } from "./delivery/connection.ts";
import { type EndDeps, endConnection } from "./end-connections.ts";
import type { Limits } from "./limits.ts";
import type { Timers, Trouble } from "./ports.ts";

export interface UpkeepDeps extends EndDeps {
  readonly timers: Timers;
  readonly trouble: Trouble;
  readonly throttle: Throttle;
  readonly limits: Limits;
}

/** What has to be looked at from time to time: one sweep over all connections, no timer of their own. */
export function startUpkeep(deps: UpkeepDeps): () => void {
  return deps.timers.every(deps.limits.presence.tickMs, () => {
    for (const connection of [...deps.connections.all()]) look(deps, connection);
    deps.presence.tick();
    deps.throttle.tidy(deps.timers.now());
  });
}

function look(deps: UpkeepDeps, connection: Connection): void {
  const now = deps.timers.now();
  const { lagMs, heartbeatMs, recheckMs } = deps.limits;
  if (connection.laggingSince !== undefined && now - connection.laggingSince > lagMs) {
    return endConnection(deps, connection, {
      reason: "too_slow",
      message: "Too much is waiting to be read.",
    });
  }
  if (connection.interactive && now - connection.heardAt > 2 * heartbeatMs) {
    return endConnection(deps, connection, {
      reason: "too_slow",
      message: "Nothing was heard for too long.",
    });
  }
  if (now - connection.pingedAt >= heartbeatMs) {
    connection.pingedAt = now;
    connection.say(deps.frames.ping());
  }
  if (now - connection.checkedAt >= recheckMs) {
    connection.checkedAt = now;
    void recheck(deps, connection);
  }
}

/** That sessions end is told at once; this is the proof that nothing depends on hearing of it. */
async function recheck(deps: UpkeepDeps, connection: Connection): Promise<void> {
  try {
    if (await connection.stillSignedIn()) return;
    endConnection(deps, connection, { reason: "session_ended", message: "The session has ended." });
  } catch (error) {
    deps.trouble.failed("check a session again", error);
  }
}
