import { pino } from "pino";
import { openDatabase } from "../../postgres/database.ts";
import { createEmbeddedWorkflows } from "../embedded/embedded-workflows.ts";
import type { WorkflowEngine } from "../workflows.ts";

/** What a process of a test needs to open an engine: it travels as JSON. */
export type EngineSettings = { readonly kind: "embedded"; readonly url: string };

/** Leases and pauses are short, so that a test does not wait. */
export async function openEngine({ url }: EngineSettings): Promise<WorkflowEngine> {
  const database = openDatabase<unknown>({ url, role: "chatter_workflow", onError: () => {} });
  const engine = createEmbeddedWorkflows({
    database,
    log: pino({ level: process.env["WORKFLOW_LOG"] ?? "silent" }, pino.destination(2)),
    policy: { leaseMs: 600, pollMs: 50, retryMs: () => 20 },
  });
  return {
    ...engine,
    async stop() {
      await engine.stop();
      await database.close();
    },
  };
}
