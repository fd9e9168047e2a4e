import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Engine, Place } from "./engine.ts";
import { EngineError } from "./errors.ts";
import { complaintOf, launch, preparePlace, waitUntilHealthy } from "./launch.ts";
import { processTree, signalAll } from "./process-tree.ts";
import { type EngineName, engines } from "./table.ts";

/** Where engines stand that outlive whoever started them. */
export interface Stand {
  readonly folder: string;
  /** Where the engine of this name listens; the same each time. */
  ports(name: EngineName): Readonly<Record<string, number>>;
}

/** That of `make engines-up`. Not below the home folder: PostgreSQL, which does not run as root, could not enter it. */
const ours: Stand = {
  folder: join(tmpdir(), `chatter-engines-${process.geteuid?.() ?? 0}`),
  ports: (name) => engines[name].ports,
};

const patienceMs = 10_000;

/** Starts the engine on its own ports unless it runs there, waits until it is healthy, and answers its settings. */
export async function bringUp(name: EngineName, stand = ours): Promise<Readonly<Record<string, string>>> {
  const engine: Engine = engines[name];
  const databaseUrl = engine.wantsDatabase && (await bringUp("postgres", stand))["DATABASE_URL"];
  const folder = folderOf(name, stand);
  const place = await preparePlace(engine, { folder, ports: stand.ports(name), databaseUrl });
  if (findProcess(name, stand) === undefined || (await complaintOf(engine, place)) !== undefined) {
    await bringDown(name, stand);
    await start(engine, place, pidFile(name, stand));
  }
  await engine.open?.(place);
  return engine.settings(place);
}

/** Stops the engine if it runs. What it keeps stays for the next start. */
export async function bringDown(name: EngineName, stand = ours): Promise<void> {
  const engine: Engine = engines[name];
  const pid = findProcess(name, stand);
  if (pid !== undefined) {
    const tree = processTree(pid);
    signalAll([pid], engine.stopSignal ?? "SIGTERM");
    signalAll(tree, "SIGCONT");
    const deadline = performance.now() + patienceMs;
    while (signalAll([pid], 0) > 0) {
      if (performance.now() > deadline) signalAll(tree, "SIGKILL");
      await delay(50);
    }
  }
  rmSync(pidFile(name, stand), { force: true });
}

async function start(engine: Engine, place: Place, file: string): Promise<void> {
  const child = await launch(engine, place);
  writeFileSync(file, `${child.pid}\n`);
  await waitUntilHealthy(engine, place, child);
  child.unref();
}

function folderOf(name: EngineName, { folder }: Stand): string {
  // Others can write to the folder above: what they put in our way is not ours to use.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (statSync(folder).uid !== process.geteuid?.()) {
    throw new EngineError(`${folder} belongs to somebody else`);
  }
  return join(folder, name);
}

function pidFile(name: EngineName, stand: Stand): string {
  return join(folderOf(name, stand), "pid");
}

/** The engine's process. After a restart of the machine the number in the file may belong to anybody. */
function findProcess(name: EngineName, stand: Stand): number | undefined {
  const file = pidFile(name, stand);
  if (!existsSync(file)) return undefined;
  const pid = readFileSync(file, "utf8").trim();
  try {
    const command = execFileSync("ps", ["-p", pid, "-o", "command="], { encoding: "utf8" });
    return command.includes(engines[name].source.program) ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}
