// The server ends connections that say more than 50 things a second for long.
const stepMs = 25;
const burstMs = 5_000;

/** An even pace for many messages; a few may go ahead of it. */
export class Pace {
  #due = 0;

  /** How many milliseconds too early the next step would be. */
  early(): number {
    return Math.max(0, this.#next() - Date.now());
  }

  step(): void {
    this.#due = this.#next();
  }

  #next(): number {
    return Math.max(this.#due, Date.now() - burstMs) + stepMs;
  }
}
