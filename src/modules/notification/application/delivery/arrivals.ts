interface Waiting {
  readonly position: number;
  readonly resolve: () => void;
}

/** Those who wait until a stream has come to a position. */
export class Arrivals {
  #waiting: Waiting[] = [];

  at(position: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ position, resolve }));
  }

  /** The stream has everything before this. */
  reached(next: number): void {
    if (this.#waiting.length === 0) return;
    const here = this.#waiting.filter(({ position }) => position < next);
    this.#waiting = this.#waiting.filter(({ position }) => position >= next);
    for (const { resolve } of here) resolve();
  }
}
