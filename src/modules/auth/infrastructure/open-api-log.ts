import type { Clock } from "../../../kernel/clock.ts";
import type { Log } from "../../../platform/log/log.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { FinishedCall, RememberCall } from "../../../platform/rpc/observe.ts";
import type { Metrics } from "../../../platform/telemetry/metrics.ts";
import { callsForgottenBefore } from "../domain/api-call.ts";
import { ApiCallLog } from "./api-call-log.ts";
import { addApiCalls, forgetApiCalls } from "./api-call-repository.ts";
import type { AuthSchema } from "./schema.ts";

interface ApiLog {
  readonly remember: RememberCall;
  /** Deletes what is older than it is kept. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

interface ApiLogDeps {
  readonly clock: Clock;
  readonly database: Database<AuthSchema>;
  readonly apiLog?: { readonly days: number; readonly log: Log; readonly metrics: Metrics };
}

/** Notes the calls of programs, and of nobody else. */
export function openApiLog({ clock, database, apiLog }: ApiLogDeps): ApiLog {
  const days = apiLog?.days ?? 0;
  const forget = () => forgetApiCalls(database.sql, callsForgottenBefore(clock.now(), days));
  if (apiLog === undefined || days === 0) return { remember: () => {}, forget, close: async () => {} };
  const calls = new ApiCallLog({ ...apiLog, write: (batch) => addApiCalls(database.sql, batch) });
  return {
    remember({ actor, ...call }: FinishedCall) {
      if (actor?.apiKeyId === undefined) return;
      calls.note({ ...call, apiKeyId: actor.apiKeyId, userId: actor.userId, at: clock.now() });
    },
    forget,
    close: () => calls.close(),
  };
}
