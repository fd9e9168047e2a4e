import { pino } from "pino";
import { openDatabase } from "../../postgres/database.ts";
import { createEmbeddedWorkflows } from "../embedded/embedded-workflows.ts";
import { openTemporal } from "../temporal/open-temporal.ts";
import type { WorkflowEngine } from "../workflows.ts";

/** What a process of a test needs to open an engine: it travels as JSON. */
export type EngineSettings =
  | { readonly kind: "embedded"; readonly url: string }
  | { readonly kind: "temporal"; readonly address: string; readonly namespace: string };

const log = pino({ level: "silent" });

/** Leases and pauses are short, so that a test does not wait. */
export async function openEngine(settings: EngineSettings): Promise<WorkflowEngine> {
  if (settings.kind === "temporal") {
    const { address, namespace } = settings;
    return openTemporal({
      address,
      namespace,
      log,
      sagas: new URL("trip.ts", import.meta.url),
      patienceMs: 1_000,
    });
  }
  const { url } = settings;
  const database = openDatabase<unknown>({ url, role: "chatter_workflow", onError: () => {} });
  const policy = { leaseMs: 600, pollMs: 50, retryMs: () => 20 };
  const engine = createEmbeddedWorkflows({ database, log, policy });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      await database.close();
    },
  };
}
