import type { Message } from "../../../gen/chatter/message/v1/content_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { type Scope, withEntry } from "./log-entries.ts";

/**
 * What is known of one channel's history, or of one thread: a window of messages that pages open and widen
 * and that entries keep up to date. Values are never changed; a message that nothing happened to stays the
 * same object.
 *
 * Invariant: each message shows every entry up to the cursor, and none beyond it unless `ahead` says so.
 */
export interface ChannelLog {
  readonly scope: Scope;
  /** By seq, at most `windowMost`. In a thread the root comes first and is never left out. */
  readonly messages: readonly Message[];
  /** The last entry that was applied. */
  readonly cursor: bigint;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly loaded: boolean;
  /** Messages that a page showed as of an entry beyond the cursor. */
  readonly ahead: ReadonlyMap<string, bigint>;
  /** Where the window reaches the live end, the page that reached it tells of what was posted up to here. */
  readonly endKnown: bigint;
  /** The latest entries, the last of them at the cursor: for pages that were read before they happened. */
  readonly recent: readonly Entry[];
}

export interface Page {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** The page shows every entry up to this one, and none after it. */
  readonly head: bigint;
}

/** Where a page belongs: in place of the window, or at the end of it that it was asked from. */
export type Where =
  | { readonly kind: "replace" }
  | { readonly kind: "older"; readonly before: bigint }
  | { readonly kind: "newer"; readonly after: bigint };

export const windowMost = 2_000;
const recentMost = 500;

/** A log that knows nothing but the position from which on it will be told of every entry. */
export function emptyLog(scope: Scope, cursor: bigint): ChannelLog {
  return {
    scope,
    messages: [],
    cursor,
    hasOlder: false,
    hasNewer: false,
    loaded: false,
    ahead: new Map(),
    endKnown: 0n,
    recent: [],
  };
}

/** Applies the next entry. One that was applied changes nothing; one too early is a gap, to be filled first. */
export function applyEntry(
  log: ChannelLog,
  seq: bigint,
  entry: Entry,
  me: string,
): ChannelLog | { readonly gap: true } {
  if (seq <= log.cursor) return log;
  if (seq > log.cursor + 1n) return { gap: true };
  const messages = withEntry(stretchOf(log, me), seq, entry);
  const recent = [...log.recent.slice(1 - recentMost), entry];
  const ahead = log.ahead.size === 0 ? log.ahead : new Map([...log.ahead].filter(([, head]) => head > seq));
  return keptInBounds({ ...log, messages, cursor: seq, recent, ahead }, "oldest");
}

/**
 * Takes in a page, whatever the order in which pages and entries come. Answers `stale` where it cannot: the
 * window has moved since the page was asked for, or more happened since than is remembered. Ask again then.
 */
export function applyPage(log: ChannelLog, page: Page, where: Where, me: string): ChannelLog | "stale" {
  if (!fits(log, page, where)) return "stale";
  const current = broughtUp(log, { ...page, hasNewer: page.hasNewer || where.kind === "older" }, me);
  if (current === undefined) return "stale";
  if (where.kind === "replace") {
    return keptInBounds({ ...current, recent: page.head > log.cursor ? [] : log.recent }, "oldest");
  }
  return joined(log, current, where.kind);
}

/** Whether the page begins where the window ends, and was read when that end was there. */
function fits(log: ChannelLog, { head }: Page, where: Where): boolean {
  if (where.kind === "replace") return true;
  if (!log.loaded) return false;
  return where.kind === "older"
    ? log.hasOlder && log.messages[leading(log)]?.seq === where.before && head >= where.before
    : log.hasNewer && log.messages.at(-1)?.seq === where.after && head >= where.after;
}

/** The page as a log of its own, with what happened since it was read. */
function broughtUp(log: ChannelLog, page: Page, me: string): ChannelLog | undefined {
  const missing = Number(log.cursor - page.head);
  if (missing > log.recent.length) return undefined;
  const since = missing > 0 ? log.recent.slice(-missing) : [];
  let result: ChannelLog = { ...emptyLog(log.scope, page.head), ...page, loaded: true, endKnown: page.head };
  for (const [index, entry] of since.entries()) {
    const seq = page.head + BigInt(index + 1);
    result = { ...result, messages: withEntry(stretchOf(result, me), seq, entry), cursor: seq };
  }
  return result;
}

/** Puts a page to the window. In a thread both begin with the root; the one that knows more counts. */
function joined(log: ChannelLog, page: ChannelLog, at: "older" | "newer"): ChannelLog {
  const lead = leading(log);
  const known = (id: string) => log.ahead.get(id) ?? log.cursor;
  const root = log.messages.slice(0, lead).map((own) => {
    const other = page.messages[0];
    return other !== undefined && page.cursor > known(own.id) ? other : own;
  });
  const own = log.messages.slice(lead);
  const added = page.messages.slice(lead);
  const further = [...root.filter(({ id }) => page.cursor > known(id)), ...added];
  const ahead =
    page.cursor > log.cursor
      ? new Map([...log.ahead, ...further.map(({ id }) => [id, page.cursor] as const)])
      : log.ahead;
  if (at === "older") {
    const messages = [...root, ...added, ...own];
    return keptInBounds({ ...log, messages, hasOlder: page.hasOlder, ahead }, "newest");
  }
  const messages = [...root, ...own, ...added];
  return keptInBounds({ ...log, messages, hasNewer: page.hasNewer, endKnown: page.cursor, ahead }, "oldest");
}

/** Lets messages go at the end that is further from where one looks. */
function keptInBounds(log: ChannelLog, end: "oldest" | "newest"): ChannelLog {
  const tooMany = log.messages.length - windowMost;
  if (tooMany <= 0) return log;
  if (end === "newest") return { ...log, messages: log.messages.slice(0, -tooMany), hasNewer: true };
  return { ...log, messages: log.messages.toSpliced(leading(log), tooMany), hasOlder: true };
}

/** How many messages at the beginning stay whatever happens. */
function leading({ scope }: ChannelLog): number {
  return scope.kind === "thread" ? 1 : 0;
}

function stretchOf({ scope, messages, hasNewer, endKnown, ahead }: ChannelLog, me: string) {
  return {
    scope,
    messages,
    me,
    takes: (seq: bigint) => !hasNewer && seq > endKnown,
    lacks: (id: string, seq: bigint) => seq > (ahead.get(id) ?? 0n),
  };
}
