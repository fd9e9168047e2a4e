import type { Config } from "../config.ts";
import { checkAddress } from "./check-address.ts";
import { checkDatabase } from "./check-database.ts";
import { checkEngines } from "./check-engines.ts";
import { checkMachine } from "./check-machine.ts";
import { type Check, type Finding, problem } from "./finding.ts";

const checks: Readonly<Record<string, Check>> = {
  machine: checkMachine,
  database: checkDatabase,
  engines: checkEngines,
  address: checkAddress,
};

export interface Examination {
  readonly side: string;
  readonly findings: readonly Finding[];
}

/** Looks at every side of an installation, one after the other; servers may run. Changes nothing. */
export async function* examine(config: Config): AsyncGenerator<Examination> {
  for (const [side, check] of Object.entries(checks)) {
    try {
      yield { side, findings: await check(config) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      yield {
        side,
        findings: [problem(`This could not be looked at: ${message}`, "see the log of the server")],
      };
    }
  }
}
