import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../platform/log/log.ts";
import type { Config } from "../config.ts";
import { openProgram } from "../program.ts";
import { createMigratedDatabase } from "./database.ts";

/** The whole program in this process, on a database of its own, with somebody in it. */
export interface ServedProgram {
  readonly url: string;
  /** What it has logged so far. */
  readonly logged: () => readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

/** Anybody may register, on a free port of this machine. */
export function testConfig(settings: Pick<Config, "dataDir"> & Partial<Config>): Config {
  return {
    host: "127.0.0.1",
    port: 0,
    publicUrl: "http://localhost",
    registration: "open",
    mail: { from: "Chatter <chatter@localhost>" },
    logLevel: "debug",
    apiLogDays: 30,
    trustedProxies: 0,
    rateLimit: { perSecond: 100, burst: 300 },
    ...settings,
  };
}

/** The work is done by the same program, or by a second one on the same database, as `cmd/worker.ts` does it. */
export async function serveProgram(
  settings: Partial<Config> = {},
  { worker = "within" }: { readonly worker?: "within" | "apart" } = {},
): Promise<ServedProgram> {
  const [dataDir, database] = await Promise.all([
    mkdtemp(join(tmpdir(), "chatter-served-")),
    createMigratedDatabase(),
  ]);
  const lines: string[] = [];
  const config = testConfig({ dataDir, databaseUrl: database.url, ...settings });
  const log = createLog({ level: "debug", destination: { write: (line) => lines.push(line) } });
  const program = await openProgram(config, { log });
  const working = worker === "within" ? program : await openProgram(config, { log });
  await working.work();
  const { url } = await program.serve();
  return {
    url,
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    async stop() {
      await Promise.all([program.stop(), working.stop()]);
      await Promise.all([database.drop(), rm(dataDir, { recursive: true })]);
    },
  };
}
