import { AsyncLocalStorage } from "node:async_hooks";
import { Counter, Gauge } from "prom-client";
import type { Log } from "../../../platform/log/log.ts";
import type { Metrics } from "../../../platform/telemetry/metrics.ts";
import type { NewApiCall } from "../domain/api-call.ts";

export interface ApiCallLogOptions {
  readonly write: (calls: readonly NewApiCall[]) => Promise<void>;
  readonly log: Pick<Log, "warn">;
  readonly metrics: Metrics;
  /** How many may wait; those beyond are dropped and counted. */
  readonly most?: number;
}

const MOST_WAITING = 20_000;
const BATCH = 1_000;
const SOON_MS = 1_000;
const AGAIN_MS = 5_000;

/**
 * Takes calls without keeping them waiting, and writes them a second later, many in one statement. What cannot be
 * written waits, up to a bound; nothing is lost when the program stops as it should.
 */
export class ApiCallLog {
  readonly #options: ApiCallLogOptions;
  readonly #most: number;
  readonly #dropped: Counter;
  // What is written for many is not in the scope of the one who called first.
  readonly #apart = AsyncLocalStorage.snapshot();
  #waiting: NewApiCall[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #failing = false;

  constructor(options: ApiCallLogOptions) {
    this.#options = options;
    this.#most = options.most ?? MOST_WAITING;
    const registers = [options.metrics];
    this.#dropped = new Counter({
      name: "chatter_api_log_dropped_total",
      help: "Calls of programs that are missing in the API log, because too many waited to be written",
      registers,
    });
    const waiting: Gauge = new Gauge({
      name: "chatter_api_log_waiting",
      help: "Calls of programs that wait to be written to the API log",
      registers,
      collect: () => waiting.set(this.#waiting.length),
    });
  }

  note(call: NewApiCall): void {
    if (this.#waiting.length >= this.#most) this.#dropped.inc();
    else this.#waiting.push(call);
    if (this.#waiting.length === BATCH && !this.#failing) this.#begin();
    else this.#schedule(SOON_MS);
  }

  /** Writes what waits, once more where that failed. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    await this.#write();
    this.#dropped.inc(this.#waiting.length);
    clearTimeout(this.#timer);
  }

  #schedule(afterMs: number): void {
    this.#timer ??= this.#apart(() => setTimeout(() => this.#begin(), afterMs).unref());
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#apart(() => this.#write()).finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, BATCH);
      try {
        await this.#options.write(batch);
      } catch (error) {
        if (!this.#failing) this.#options.log.warn({ err: error }, "the API log cannot be written");
        this.#failing = true;
        this.#schedule(AGAIN_MS);
        return;
      }
      this.#failing = false;
      this.#waiting.splice(0, batch.length);
    }
  }
}
