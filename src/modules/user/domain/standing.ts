/** Something that auth decides about a person and this context only learns. */
export interface Fact {
  readonly holds: boolean;
  /** When auth decided it. */
  readonly since: Date;
}

/** News may arrive twice, and later news before earlier ones; what was decided last is what holds. */
export function learn(known: Fact, news: Fact): Fact {
  return news.since < known.since ? known : news;
}
