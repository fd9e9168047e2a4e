/** What is shown on the desktop or the lock screen about one thing that happened. */
export interface Notice {
  /** Shown once on a device, however often and by whatever way it comes. */
  readonly id: string;
  /** Names the conversation: what is new in it joins what is shown of it already. */
  readonly tag: string;
  readonly title: string;
  readonly line: string;
  /** A place in the client. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly language: string;
}

/** What is kept with a notification that is shown. */
export interface Shown {
  readonly lines: readonly string[];
  /** Of all that came, of which the last lines are shown. */
  readonly count: number;
  readonly link: string;
}

const mostLines = 4;

/** What is shown of a conversation once this has joined it. */
export function joined(before: Shown | undefined, { line, link }: Notice): Shown {
  const lines = [...(before?.lines ?? []), line].slice(-mostLines);
  return { lines, count: (before?.count ?? 0) + 1, link };
}

/** What was kept with a notification, as far as it is of ours. */
export function shownIn(data: unknown): Shown | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { lines, count, link } = data as Readonly<Record<string, unknown>>;
  const isOurs = Array.isArray(lines) && typeof count === "number" && typeof link === "string";
  return isOurs ? { lines: lines.map(String), count, link } : undefined;
}
