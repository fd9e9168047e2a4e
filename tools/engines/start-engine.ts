import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "./engine.ts";
import { preparePlace } from "./launch.ts";
import { RunningEngine } from "./running-engine.ts";
import { type EngineName, engines, type SettingsOf } from "./table.ts";

export interface StartOptions {
  /** A PostgreSQL for what SpiceDB is told; without it SpiceDB forgets everything when it stops. */
  readonly databaseUrl?: string;
}

/**
 * Starts an engine for tests and measurements: on free ports, in a folder of its own, and never longer than this
 * process lives. Rejects with an `EngineError` where `make engines` has not brought it.
 */
export async function startEngine<Name extends EngineName>(
  name: Name,
  { databaseUrl }: StartOptions = {},
): Promise<RunningEngine<SettingsOf<Name>>> {
  const engine: Engine = engines[name];
  const folder = join(tmpdir(), `chatter-${name}-${randomUUID()}`);
  const ports = await findFreePorts(Object.keys(engine.ports));
  const place = await preparePlace(engine, { folder, ports, databaseUrl });
  const running = new RunningEngine(engine, place, engine.settings(place) as SettingsOf<Name>);
  try {
    await running.start();
  } catch (error) {
    await running.discard();
    throw error;
  }
  return running;
}

/** A free port for each name; none twice, for they are held until all are found. */
export async function findFreePorts(names: readonly string[]): Promise<Record<string, number>> {
  const servers = names.map((name) => ({ name, server: createServer() }));
  const found = await Promise.all(
    servers.map(async ({ name, server }) => {
      await new Promise<void>((resolve, reject) =>
        server.once("error", reject).listen(0, "127.0.0.1", resolve),
      );
      return [name, (server.address() as AddressInfo).port] as const;
    }),
  );
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(found);
}
