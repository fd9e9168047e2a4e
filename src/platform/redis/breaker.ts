/** The engine is not asked: it did not answer a moment ago. */
class EngineAway extends Error {}

const PAUSE_MS = 1_000;

/**
 * Keeps an engine that does not answer from holding up those who ask it. Each question has a time limit;
 * after one that exceeded it, questions are refused at once, but for one a second that finds out.
 */
export class Breaker {
  readonly #limitMs: number;
  readonly #changed: (open: boolean) => void;
  #open = false;
  #askAgainAt = 0;

  constructor(limitMs: number, changed: (open: boolean) => void) {
    this.#limitMs = limitMs;
    this.#changed = changed;
  }

  async run<T>(question: () => Promise<T>): Promise<T> {
    if (this.#open) {
      const now = performance.now();
      if (now < this.#askAgainAt) throw new EngineAway("the engine is away");
      this.#askAgainAt = now + PAUSE_MS;
    }
    const answer = await this.#inTime(question());
    this.closed();
    return answer;
  }

  /** The engine does not answer. True where that is news. */
  opened(): boolean {
    if (!this.#set(true)) return false;
    this.#askAgainAt = performance.now() + PAUSE_MS;
    return true;
  }

  /** The engine answers. True where that is news. */
  closed(): boolean {
    return this.#set(false);
  }

  #set(open: boolean): boolean {
    if (this.#open === open) return false;
    this.#open = open;
    this.#changed(open);
    return true;
  }

  async #inTime<T>(answer: Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      // An answer that has arrived while this process was busy is read first.
      setImmediate(() => reject(new EngineAway(`no answer within ${this.#limitMs} ms`)));
    }, this.#limitMs);
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
