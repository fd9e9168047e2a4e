import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A process that takes part in the work of sagas, and says a line for each step it has done. */
export class WorkerProcess {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #waiting = new Map<string, () => void>();

  constructor(program: string, orders: unknown) {
    const child = spawn(process.execPath, [program, JSON.stringify(orders)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    this.#ended = once(child, "close");
    createInterface({ input: child.stdout }).on("line", (line) => {
      this.lines.push(line);
      this.#waiting.get(line)?.();
    });
  }

  async said(line: string): Promise<void> {
    if (this.lines.includes(line)) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.set(line, resolve);
    await promise;
  }

  /** Resolves when it has killed itself and all it said was heard; rejects where it ended otherwise. */
  async died(): Promise<void> {
    await this.#ended;
    const { exitCode, signalCode } = this.#child;
    if (signalCode !== "SIGKILL") throw new Error(`it ended by itself (${exitCode ?? signalCode})`);
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#child.kill(signal);
    await this.#ended;
  }
}
