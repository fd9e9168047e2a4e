export interface Rate {
  readonly perSecond: number;
  /** How much may be spent at once after a pause. */
  readonly burst: number;
}

/** Lets through what a rate allows; time comes from outside, in milliseconds. */
export class TokenBucket {
  readonly #rate: Rate;
  #tokens: number;
  #at: number;

  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#at = now;
  }

  /** Spends the cost, or answers false and spends nothing. */
  spend(cost: number, now: number): boolean {
    const earned = ((now - this.#at) / 1000) * this.#rate.perSecond;
    this.#tokens = Math.min(this.#rate.burst, this.#tokens + earned);
    this.#at = now;
    if (this.#tokens < cost) return false;
    this.#tokens -= cost;
    return true;
  }
}
