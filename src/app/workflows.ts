import type { Log } from "../platform/log/log.ts";
import type { Database } from "../platform/postgres/database.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import { createEmbeddedWorkflows } from "../platform/workflow/embedded/embedded-workflows.ts";
import { openTemporal } from "../platform/workflow/temporal/open-temporal.ts";
import type { WorkflowEngine } from "../platform/workflow/workflows.ts";
import type { Config } from "./config.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { sagas } from "./sagas/sagas.ts";

interface Surroundings {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
  /** That of the role chatter_workflow. */
  readonly database: Database<unknown>;
}

/** What is bundled for Temporal. */
export const sagasModule = new URL("sagas/sagas.ts", import.meta.url);

/** On PostgreSQL alone, or Temporal where it is set; what began here before it was set ends here. */
export async function openWorkflows({
  config: { temporal: settings },
  log,
  metrics,
  lifecycle,
  database,
}: Surroundings): Promise<WorkflowEngine> {
  const names = sagas.map(({ name }) => name);
  const embedded = createEmbeddedWorkflows({ database, log, measuring: { metrics, sagas: names } });
  if (settings === undefined) return embedded;
  const temporal = await openTemporal({ ...settings, sagas: sagasModule, log });
  lifecycle.opened("Temporal", temporal.stop);
  return {
    start: temporal.start,
    settled: temporal.settled,
    async work(bound) {
      await temporal.work(bound);
      await embedded.work(bound);
    },
    async stop() {
      await Promise.all([temporal.stop(), embedded.stop()]);
    },
    forgetOld: embedded.forgetOld,
  };
}
