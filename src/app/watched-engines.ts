import type { WatchedEngine } from "../modules/admin/index.ts";
import { versionOfServer } from "../platform/postgres/storage.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";

/** What this process stands on, as it was set. Where there is no product, the program does it itself. */
export function watchEngines(config: Config, engines: Engines): readonly WatchedEngine[] {
  const { jobs, redis, rightsMirror, encryption } = engines;
  const itself = { product: "", embedded: true } as const;
  const own = (product: string) => ({ product, embedded: false }) as const;
  return [
    {
      task: "database",
      product: "PostgreSQL",
      embedded: config.databaseUrl === undefined,
      check: () => versionOfServer(jobs.database),
    },
    redis === undefined
      ? { task: "signals", ...itself }
      : { task: "signals", ...own("Redis"), check: answered(() => redis.ask((client) => client.ping())) },
    rightsMirror === undefined
      ? { task: "rights", ...itself }
      : { task: "rights", ...own("SpiceDB"), check: answered(() => available(rightsMirror)) },
    { task: "workflows", ...(config.temporal === undefined ? itself : own("Temporal")) },
    config.vault === undefined
      ? { task: "secrets", ...itself }
      : { task: "secrets", ...own("Vault"), check: answered(() => encryption.ring.current()) },
    { task: "mail", ...(config.mail.smtpUrl === undefined ? itself : own("SMTP")) },
  ];
}

/** Of an engine that does not tell its version. */
const answered = (ask: () => Promise<unknown>) => async (): Promise<undefined> => {
  await ask();
};

async function available(mirror: { readonly available: boolean }): Promise<void> {
  if (!mirror.available) throw new Error("the program decides by itself");
}
