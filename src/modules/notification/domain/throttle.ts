/** Lets through each key once in so many milliseconds. */
export class Throttle {
  readonly #everyMs: number;
  readonly #last = new Map<string, number>();

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  allows(key: string, now: number): boolean {
    const last = this.#last.get(key);
    if (last !== undefined && now - last < this.#everyMs) return false;
    this.#last.set(key, now);
    return true;
  }

  /** Forgets what no longer holds anything back. */
  tidy(now: number): void {
    for (const [key, last] of this.#last) if (now - last >= this.#everyMs) this.#last.delete(key);
  }
}
