import type { Log } from "../../platform/log/log.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { scheduleRoutes } from "./api/scheduled/schedule-service.ts";
import type { Standing } from "./application/scheduled/ports.ts";
import { sendNextDue } from "./application/scheduled/send-scheduled.ts";
import type { SendMessageDeps } from "./application/send-message.ts";
import { createDispatcher } from "./infrastructure/scheduled/dispatcher.ts";
import {
  createScheduledMessages,
  type ScheduledStoreDeps,
} from "./infrastructure/scheduled/scheduled-messages.ts";

export interface ScheduledDeps {
  readonly gate: Gate;
  readonly log: Pick<Log, "error" | "info">;
  readonly standing: Standing;
  /** Tells every process when something is due, in milliseconds since 1970. */
  readonly planned: ScheduledStoreDeps["planned"];
}

/** The part of the context that sends messages at a later moment. */
export function createScheduled(deps: ScheduledDeps & SendMessageDeps, store: ScheduledStoreDeps) {
  const scheduled = createScheduledMessages(store);
  const parts = { ...deps, scheduled };
  const dispatcher = createDispatcher({
    ...deps,
    sendNext: () => sendNextDue(parts),
    nextDue: scheduled.nextDue,
    now: () => deps.clock.now(),
  });
  return { routes: scheduleRoutes(parts), dispatcher };
}
