import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { chooseServerUser, isRoot } from "../../src/platform/postgres/embedded/server-user.ts";
import type { Engine, Place } from "./engine.ts";
import { EngineError } from "./errors.ts";
import { findProgram } from "./program.ts";

/** Engines that bring a database of their own to life take seconds on a busy machine. */
const patienceMs = 90_000;

interface Address {
  readonly folder: string;
  readonly ports: Readonly<Record<string, number>>;
  readonly databaseUrl?: string | undefined;
}

/** Makes the engine's folder. Rejects where its program is not there. */
export async function preparePlace({ title, source, refusesRoot }: Engine, address: Address): Promise<Place> {
  const program = findProgram(source);
  if (program === undefined) throw new EngineError(`${title} is not there; run: make engines`);
  mkdirSync(address.folder, { recursive: true, mode: 0o700 });
  if (!refusesRoot || !isRoot()) return { ...address, program };
  const user = await chooseServerUser(join(address.folder, "cluster"));
  chownSync(address.folder, user.uid, user.gid);
  return { ...address, program, user };
}

/** Starts the engine as a process that can outlive this one. */
export async function launch(engine: Engine, place: Place): Promise<ChildProcess> {
  await engine.prepare?.(place);
  const { args, environment } = engine.command(place);
  const log = openSync(logFile(place), "w");
  try {
    const child = spawn(place.program, args, {
      ...place.user,
      cwd: place.folder,
      env: { PATH: process.env["PATH"], HOME: place.folder, ...environment },
      stdio: ["ignore", log, log],
      // A session of its own: Ctrl-C in the terminal is for us, who stop it then.
      detached: true,
    });
    await once(child, "spawn");
    return child;
  } finally {
    closeSync(log);
  }
}

/** Waits until the engine answers; rejects with what it said if it ends instead, or is silent for too long. */
export async function waitUntilHealthy(engine: Engine, place: Place, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const complaint = await complaintOf(engine, place);
    // First of all: what answers in place of an engine that has ended is another one on its port.
    if (hasEnded(child)) throw failed("ended", engine, place);
    if (complaint === undefined) break;
    if (performance.now() > deadline) throw failed(`is not healthy: ${complaint}`, engine, place);
    await delay(50);
  }
  await engine.open?.(place);
}

/** Why the engine does not answer as it should, or undefined if it does. */
export function complaintOf(engine: Engine, place: Place): Promise<string | undefined> {
  return engine.check(place).then(
    () => undefined,
    (error: unknown) => String(error),
  );
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function logFile({ folder }: Place): string {
  return join(folder, "log");
}

function failed(how: string, { title }: Engine, place: Place): EngineError {
  const lastWords = readFileSync(logFile(place), "utf8").trim().split("\n").slice(-20).join("\n");
  return new EngineError(`${title} ${how}. It said, in ${logFile(place)}:\n${lastWords}`);
}
