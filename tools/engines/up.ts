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

/** Not below the home folder: PostgreSQL, which does not run as root, could not enter it. */
const stateFolder = join(tmpdir(), `chatter-engines-${process.geteuid?.() ?? 0}`);

const patienceMs = 10_000;

/** Starts the engine on its own ports unless it runs there, waits until it is healthy, and answers its settings. */
export async function bringUp(name: EngineName): Promise<Readonly<Record<string, string>>> {
  const engine: Engine = engines[name];
  const databaseUrl = engine.wantsDatabase && (await bringUp("postgres"))["DATABASE_URL"];
  const place = await preparePlace(engine, { folder: folderOf(name), ports: engine.ports, databaseUrl });
  if (findProcess(name) === undefined || (await complaintOf(engine, place)) !== undefined) {
    await bringDown(name);
    await start(engine, place, pidFile(name));
  }
  await engine.open?.(place);
  return engine.settings(place);
}

/** Stops the engine if it runs. What it keeps stays for the next start. */
export async function bringDown(name: EngineName): Promise<void> {
  const engine: Engine = engines[name];
  const pid = findProcess(name);
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
  rmSync(pidFile(name), { force: true });
}

async function start(engine: Engine, place: Place, file: string): Promise<void> {
  const child = await launch(engine, place);
  writeFileSync(file, `${child.pid}\n`);
  await waitUntilHealthy(engine, place, child);
  child.unref();
}

function folderOf(name: EngineName): string {
  // Others can write to the folder above: what they put in our way is not ours to use.
  mkdirSync(stateFolder, { recursive: true, mode: 0o711 });
  if (statSync(stateFolder).uid !== process.geteuid?.()) {
    throw new EngineError(`${stateFolder} belongs to somebody else`);
  }
  return join(stateFolder, name);
}

function pidFile(name: EngineName): string {
  return join(folderOf(name), "pid");
}

/** The engine's process. After a restart of the machine the number in the file may belong to anybody. */
function findProcess(name: EngineName): number | undefined {
  if (!existsSync(pidFile(name))) return undefined;
  const pid = readFileSync(pidFile(name), "utf8").trim();
  try {
    const command = execFileSync("ps", ["-p", pid, "-o", "command="], { encoding: "utf8" });
    return command.includes(engines[name].source.program) ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}
