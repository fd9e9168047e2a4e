import { endOf, type StreamId } from "../../domain/stream.ts";
import type { Meter, Page, StreamSource, Timers, Trouble } from "../ports.ts";

export interface LogDeps {
  readonly source: StreamSource;
  readonly timers: Timers;
  readonly meter: Meter;
  readonly trouble: Trouble;
  readonly limits: { readonly pageEntries: number; readonly reads: number };
}

const HEADS_A_QUERY = 1_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * The gateway's way to the durable streams. Whoever asks gets an answer: while the database is away the
 * question is asked again, ever more slowly. Few questions are under way at once, however many wait.
 */
export class Log {
  readonly #deps: LogDeps;
  readonly #queue: (() => Promise<void>)[] = [];
  #busy = 0;
  #asked = new Map<StreamId, ((head: number) => void)[]>();
  #stopped = false;

  constructor(deps: LogDeps) {
    this.#deps = deps;
  }

  /** Questions that come in one turn of the event loop go in one query. */
  head(stream: StreamId): Promise<number> {
    return new Promise((resolve) => {
      if (this.#asked.size === 0) this.#deps.timers.after(0, () => this.#askHeads());
      const waiting = this.#asked.get(stream);
      if (waiting === undefined) this.#asked.set(stream, [resolve]);
      else waiting.push(resolve);
    });
  }

  async page(stream: StreamId, from: number): Promise<Page> {
    const page = await this.until("read a stream", () =>
      this.#deps.source.read(stream, from, this.#deps.limits.pageEntries),
    );
    this.#deps.meter.readLog(endOf(page.run) - page.run.first);
    return page;
  }

  async heads(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, number>> {
    const chunks: StreamId[][] = [];
    for (let at = 0; at < streams.length; at += HEADS_A_QUERY) {
      chunks.push(streams.slice(at, at + HEADS_A_QUERY));
    }
    const answers = await Promise.all(
      chunks.map((chunk) => this.until("read heads", () => this.#deps.source.heads(chunk))),
    );
    return new Map(answers.flatMap((answer) => [...answer]));
  }

  /** Asks until there is an answer. After `stop` there is none: nobody is there to hear it. */
  until<T>(doing: string, ask: () => Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const attempt = async (pauseMs: number): Promise<void> => {
        try {
          resolve(await ask());
        } catch (error) {
          this.#deps.trouble.failed(doing, error);
          this.#again(pauseMs, attempt);
        }
      };
      this.#enqueue(() => attempt(FIRST_PAUSE_MS));
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#queue.length = 0;
  }

  #again(pauseMs: number, attempt: (pauseMs: number) => Promise<void>): void {
    const wait = pauseMs * (0.5 + this.#deps.timers.random());
    this.#deps.timers.after(wait, () =>
      this.#enqueue(() => attempt(Math.min(pauseMs * 2, LONGEST_PAUSE_MS))),
    );
  }

  #enqueue(work: () => Promise<void>): void {
    if (this.#stopped) return;
    this.#queue.push(work);
    this.#begin();
  }

  #begin(): void {
    if (this.#busy >= this.#deps.limits.reads) return;
    const work = this.#queue.shift();
    if (work === undefined) return;
    this.#busy += 1;
    void work().finally(() => {
      this.#busy -= 1;
      this.#begin();
    });
  }

  #askHeads(): void {
    const asked = this.#asked;
    this.#asked = new Map();
    void this.heads([...asked.keys()]).then((heads) => {
      for (const [stream, waiting] of asked) {
        for (const resolve of waiting) resolve(heads.get(stream) ?? 0);
      }
    });
  }
}
