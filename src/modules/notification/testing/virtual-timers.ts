import type { Timers } from "../application/ports.ts";

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only when a test says so. */
export class VirtualTimers implements Timers {
  readonly #tasks = new Set<Task>();
  #now = 0;
  #order = 0;

  now(): number {
    return this.#now;
  }

  random(): number {
    return 0.5;
  }

  after(ms: number, run: () => void): () => void {
    this.#order += 1;
    const task = { at: this.#now + ms, order: this.#order, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  every(ms: number, run: () => void): () => void {
    let cancel = (): void => {};
    const again = (): void => {
      cancel = this.after(ms, () => {
        again();
        run();
      });
    };
    again();
    return () => cancel();
  }

  /** Work that takes so long. */
  spend(ms: number): void {
    this.#now += ms;
  }

  /** Runs what is due within so many milliseconds, in order, and lets what it causes happen. */
  async pass(ms: number): Promise<void> {
    await settled();
    const end = this.#now + ms;
    for (let task = this.#due(end); task !== undefined; task = this.#due(end)) {
      this.#tasks.delete(task);
      this.#now = Math.max(this.#now, task.at);
      task.run();
      await settled();
    }
    this.#now = Math.max(this.#now, end);
    await settled();
  }

  #due(end: number): Task | undefined {
    const due = [...this.#tasks].filter(({ at }) => at <= end);
    return due.toSorted((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Lets promises that can settle do so. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
