import { AsyncLocalStorage } from "node:async_hooks";
import { Counter, Gauge } from "prom-client";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Carrier } from "./carrier.ts";

export interface OutgoingOptions {
  readonly carriers: readonly Carrier[];
  readonly log: Pick<Log, "warn">;
  readonly metrics: Metrics;
  /** Before each text. */
  readonly prefix: string;
}

const MOST_IN_A_BATCH = 1_000;
const BATCHES_AT_ONCE = 4;
// Some seconds of a busy server; who waits longer than that is told by the log sooner.
const MOST_WAITING = 50_000;

/**
 * What waits to be told to other processes. Messages of one turn of the event loop leave together; while
 * four batches are under way the next one gathers, so that a slow engine gets large batches and not many.
 */
export class Outgoing {
  readonly #options: OutgoingOptions;
  readonly #room: number;
  readonly #sent: Counter;
  readonly #lost: Counter;
  readonly #sending = new Set<Promise<void>>();
  // What is told for many is not in the scope of the one who told first.
  readonly #apart = AsyncLocalStorage.snapshot();
  #waiting: string[] = [];
  #scheduled = false;
  #failing = false;

  constructor(options: OutgoingOptions) {
    const { carriers, prefix, metrics } = options;
    const registers = [metrics];
    this.#options = options;
    this.#room = Math.min(...carriers.map(({ longestBytes }) => longestBytes)) - prefix.length - "[]".length;
    this.#sent = new Counter({
      name: "chatter_signals_sent_total",
      help: "Messages told to other servers",
      registers,
    });
    this.#lost = new Counter({
      name: "chatter_signals_lost_total",
      help: "Messages that other servers were not told; the log tells them later",
      registers,
    });
    const waiting: Gauge = new Gauge({
      name: "chatter_signals_waiting",
      help: "Messages that wait to be told to other servers",
      registers: [],
      collect: () => waiting.set(this.#waiting.length),
    });
    metrics.registerMetric(waiting);
  }

  /** Takes a message as JSON. */
  add(message: string): "taken" | "too long" {
    if (Buffer.byteLength(message) > this.#room) return "too long";
    if (this.#waiting.length >= MOST_WAITING) this.#lost.inc();
    else this.#waiting.push(message);
    this.#schedule();
    return "taken";
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    this.#flush();
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  #schedule(): void {
    if (this.#scheduled || this.#sending.size >= BATCHES_AT_ONCE) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#apart(() => this.#flush());
    });
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#sending.size < BATCHES_AT_ONCE) {
      const batch = this.#waiting.slice(0, MOST_IN_A_BATCH);
      this.#waiting = this.#waiting.slice(batch.length);
      const sending = this.#send(batch).finally(() => {
        this.#sending.delete(sending);
        this.#flush();
      });
      this.#sending.add(sending);
    }
  }

  async #send(batch: readonly string[]): Promise<void> {
    const texts = this.#pack(batch);
    const errors: unknown[] = [];
    for (const carrier of this.#options.carriers) {
      try {
        await carrier.send(texts);
        this.#sent.inc(batch.length);
        this.#failing = false;
        return;
      } catch (error) {
        errors.push(error);
      }
    }
    this.#lost.inc(batch.length);
    // Said once: engines that are away for minutes must not fill the log.
    if (!this.#failing) this.#options.log.warn({ err: errors.at(-1) }, "other servers could not be told");
    this.#failing = true;
  }

  /** As few texts as the engines' limit allows. */
  #pack(batch: readonly string[]): string[] {
    const texts: string[] = [];
    let part: string[] = [];
    let bytes = 0;
    for (const message of batch) {
      const size = Buffer.byteLength(message) + ",".length;
      if (bytes + size > this.#room && part.length > 0) {
        texts.push(this.#text(part));
        part = [];
        bytes = 0;
      }
      part.push(message);
      bytes += size;
    }
    return [...texts, this.#text(part)];
  }

  #text(messages: readonly string[]): string {
    return `${this.#options.prefix}[${messages.join(",")}]`;
  }
}
