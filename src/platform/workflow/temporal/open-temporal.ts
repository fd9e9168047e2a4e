import { existsSync } from "node:fs";
import type { BaseLogger } from "pino";
import { EngineRefused } from "../../../kernel/engine-refused.ts";
import type { WorkflowEngine } from "../workflows.ts";

export interface TemporalOptions {
  /** host:port, in plain text. */
  readonly address: string;
  readonly namespace: string;
  /** A module that exports `sagas`: it is bundled, with all it imports, for Temporal's sandbox. */
  readonly sagas: URL;
  readonly log: Pick<BaseLogger, "warn" | "error">;
  /** After how long without a sign of life a worker counts as gone. */
  readonly patienceMs?: number;
}

/** What the package in engines/temporal gives. */
interface TemporalPackage {
  /** Rejects where Temporal does not answer. */
  connect(options: Required<TemporalOptions>): Promise<WorkflowEngine>;
}

const folder = new URL("../../../../engines/temporal/", import.meta.url);
const PATIENCE_MS = 15_000;

/** Temporal's client is a package of its own, which is loaded only here. Throws EngineRefused. */
export async function openTemporal(options: TemporalOptions): Promise<WorkflowEngine> {
  if (!existsSync(new URL("node_modules/.installed", folder))) {
    throw new EngineRefused(
      "TEMPORAL_ADDRESS",
      "Temporal's client is not installed; run `make temporal` once",
    );
  }
  const { connect } = (await import(new URL("index.ts", folder).href)) as TemporalPackage;
  try {
    return await connect({ patienceMs: PATIENCE_MS, ...options });
  } catch (error) {
    throw new EngineRefused(
      "TEMPORAL_ADDRESS",
      "no Temporal with the namespace TEMPORAL_NAMESPACE answers there; it is host:port",
      { cause: error },
    );
  }
}
