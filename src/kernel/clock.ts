/** The only source of the present in domain and application code. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
