import { createDispatcher } from "../../platform/background/dispatcher.ts";
import type { Log } from "../../platform/log/log.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { scheduleRoutes } from "./api/scheduled/schedule-service.ts";
import type { Standing } from "./application/scheduled/ports.ts";
import { sendNextDue } from "./application/scheduled/send-scheduled.ts";
import type { SendMessageDeps } from "./application/send-message.ts";
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

// Nine o'clock is when many are due.
const AT_ONCE = 4;

/** The part of the context that sends messages at a later moment. */
export function createScheduled(deps: ScheduledDeps & SendMessageDeps, store: ScheduledStoreDeps) {
  const scheduled = createScheduledMessages(store);
  const parts = { ...deps, scheduled };
  const dispatcher = createDispatcher({
    doNext: () => sendNextDue(parts),
    nextDue: scheduled.nextDue,
    due: deps.planned,
    now: () => deps.clock.now(),
    log: deps.log,
    atOnce: AT_ONCE,
    sentences: {
      begun: "planned messages could not be sent; trying again",
      over: "planned messages are sent again",
    },
  });
  return { routes: scheduleRoutes(parts), dispatcher };
}
