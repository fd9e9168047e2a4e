import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Engine, Place } from "./engine.ts";
import { complaintOf, hasEnded, launch, waitUntilHealthy } from "./launch.ts";
import { allStopped, processTree, signalAll } from "./process-tree.ts";

const patienceMs = 10_000;

/** Reads a pipe that only we hold: when we end in whatever way, it ends the engine and removes its folder. */
const watch = `
read -r _
exec 2>/dev/null
kill -s CONT "$1"
kill -s "$2" "$1"
for _ in 1 2 3 4 5 6 7 8 9 10; do kill -s 0 "$1" || break; sleep 0.5; done
kill -s KILL "$1"
rm -rf "$3"
`;

/** An engine that a test may stop, kill and pause. It answers at the same address when it is back. */
export class RunningEngine<Settings> {
  /** Where it is, as the environment of the program says it. */
  readonly settings: Settings;
  readonly #engine: Engine;
  readonly #place: Place;
  #processes: { readonly engine: ChildProcess; readonly watcher: ChildProcess } | undefined;

  constructor(engine: Engine, place: Place, settings: Settings) {
    this.#engine = engine;
    this.#place = place;
    this.settings = settings;
  }

  /** Starts it, again or for the first time, and waits until it is healthy. */
  async start(): Promise<void> {
    if (this.#processes) return;
    const engine = await launch(this.#engine, this.#place);
    const args = [String(engine.pid), this.#stopSignal.slice(3), this.#place.folder];
    this.#processes = {
      engine,
      watcher: spawn("/bin/sh", ["-c", watch, "watch", ...args], {
        stdio: ["pipe", "ignore", "ignore"],
        detached: true,
      }),
    };
    await waitUntilHealthy(this.#engine, this.#place, engine);
  }

  /** Ends it cleanly. What it keeps stays for the next start. */
  async stop(): Promise<void> {
    await this.#end(this.#stopSignal);
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** It keeps its connections and answers nothing, as a machine that hangs. */
  async pause(): Promise<void> {
    const tree = this.#tree();
    signalAll(tree, "SIGSTOP");
    while (!allStopped(tree)) await delay(10);
  }

  resume(): void {
    signalAll(this.#tree(), "SIGCONT");
  }

  /** Why it does not answer as it should, or undefined if it does. */
  complaint(): Promise<string | undefined> {
    return complaintOf(this.#engine, this.#place);
  }

  /** Stops it and removes all that it kept. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(this.#place.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.#processes) return;
    const { engine, watcher } = this.#processes;
    const tree = this.#tree();
    this.#processes = undefined;
    watcher.kill("SIGKILL");
    if (hasEnded(engine)) return;
    const ended = once(engine, "exit");
    signalAll(signal === "SIGKILL" ? tree : tree.slice(0, 1), signal);
    // One that was paused hears nothing else.
    signalAll(tree, "SIGCONT");
    const patience = setTimeout(() => signalAll(tree, "SIGKILL"), patienceMs);
    await ended;
    clearTimeout(patience);
  }

  #tree(): number[] {
    const engine = this.#processes?.engine;
    return engine?.pid === undefined || hasEnded(engine) ? [] : processTree(engine.pid);
  }

  get #stopSignal(): NodeJS.Signals {
    return this.#engine.stopSignal ?? "SIGTERM";
  }
}
