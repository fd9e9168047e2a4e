/** The tags of what a window at this address shows: its channel, and the thread that is open beside it. */
export function shownAt(address: string): ReadonlySet<string> {
  const { pathname, searchParams } = new URL(address);
  const channel = /^\/c\/(chn_[^/]+)/.exec(pathname)?.[1];
  return new Set([channel, searchParams.get("thread")].filter((tag) => typeof tag === "string"));
}

const open = "open";

/** What the service worker says to a window: that somebody chose to look at this place. */
export const openMessage = (link: string) => ({ kind: open, link });

/** The place that is to be opened, where that is what was said. */
export function linkToOpen(said: unknown): string | undefined {
  if (typeof said !== "object" || said === null) return undefined;
  const { kind, link } = said as Readonly<Record<string, unknown>>;
  return kind === open && typeof link === "string" ? link : undefined;
}
