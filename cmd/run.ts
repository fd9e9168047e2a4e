import { flushCompileCache } from "node:module";
import { EngineRefused } from "../src/kernel/engine-refused.ts";
import { BackupError } from "../src/platform/backup/errors.ts";
import { EmbeddedPostgresError } from "../src/platform/postgres/embedded/index.ts";
import { SecretsError } from "../src/platform/secrets/errors.ts";
import { EnvironmentError } from "./environment-error.ts";

/** What a person can mend by reading one sentence; everything else is shown with its stack. */
const explained = [EnvironmentError, EngineRefused, EmbeddedPostgresError, SecretsError, BackupError];

/** Ends the process with what a person needs to know. */
export function explain(error: unknown): never {
  console.error(sentenceFor(error) ?? error);
  process.exit(1);
}

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (explained.some((type) => error instanceof type)) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === "EADDRINUSE")
    return `Port ${String(port)} is taken: stop what uses it, or set PORT to another one.`;
  return undefined;
}

/** Starts, then stops at the first SIGINT or SIGTERM; a second one ends the process at once. */
export async function run(start: () => Promise<() => Promise<void>>): Promise<void> {
  const stop = await start().catch(explain);
  // Where NODE_COMPILE_CACHE is set; by itself Node keeps it at an end in order only.
  flushCompileCache();
  const signal = await Promise.race([received("SIGINT"), received("SIGTERM")]);
  console.log(`\n${signal}: stopping…`);
  process.once("SIGINT", () => process.exit(130));
  process.once("SIGTERM", () => process.exit(143));
  await stop();
  process.exit(0);
}

const received = (signal: NodeJS.Signals): Promise<NodeJS.Signals> =>
  new Promise((resolve) => process.once(signal, () => resolve(signal)));
