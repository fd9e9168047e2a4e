import type { Log } from "../log/log.ts";

export interface SetbackOptions {
  readonly log: Pick<Log, "error" | "info">;
  /** What is said when it begins. */
  readonly begun: string;
  /** What is said when it is over, with how often it was tried in vain. */
  readonly over: string;
  /** The pause after so many failures in a row, from 1. */
  pauseMs(failures: number): number;
}

/** What is tried again and again by itself, and fails in a row: told when it begins and when it is over. */
export class Setback {
  readonly #options: SetbackOptions;
  #failures = 0;

  constructor(options: SetbackOptions) {
    this.#options = options;
  }

  /** Answers the milliseconds to wait before it is tried again. */
  failed(error: unknown): number {
    this.#failures += 1;
    if (this.#failures === 1) this.#options.log.error({ err: error }, this.#options.begun);
    return this.#options.pauseMs(this.#failures);
  }

  succeeded(): void {
    if (this.#failures > 0) this.#options.log.info({ failures: this.#failures }, this.#options.over);
    this.#failures = 0;
  }
}
