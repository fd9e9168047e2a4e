import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import { refuse } from "../../domain/errors.ts";
import { anything, type Breadth, type Wanted } from "../../domain/search/expression.ts";
import { wordingOf } from "../../domain/search/lexemes.ts";
import { type Match, match, type Range } from "../../domain/search/match.ts";
import { type Condition, parseQuery } from "../../domain/search/query.ts";
import type { Stemmer } from "../../domain/search/stems.ts";
import type { MessageView } from "../ports.ts";
import { channelsIn, compile, type NamedPeople, peopleNamed, savedBy, timeOf, wantedIn } from "./compile.ts";
import type { Handles, HitPlace, IndexQuery, InsideWords, ReadableChannels, SearchIndex } from "./ports.ts";

export interface SearchDeps {
  readonly clock: Clock;
  readonly readable: ReadableChannels;
  readonly handles: Handles;
  readonly insideWords: InsideWords;
  readonly index: SearchIndex;
  readonly stem: Stemmer;
}

export type Sort = "relevance" | "newest";

export interface SearchMessages {
  readonly query: string;
  /** Where days begin: a name such as Europe/Berlin. */
  readonly timezone: string;
  readonly sort: Sort;
  readonly limit: number;
  readonly page?: PageStart | undefined;
}

/** Where a page begins: so many hits into the part of the results that comes after a place. */
export interface PageStart {
  readonly breadth: Breadth;
  readonly after?: HitPlace | undefined;
  readonly skip: number;
}

export interface Hit {
  readonly view: MessageView;
  readonly highlights: readonly Range[];
}

/** A piece of the query as it was understood. */
export type UnderstoodPiece = Condition & {
  /** It names a person or channel that is not there for whoever asks. */
  readonly unknown: boolean;
};

export interface SearchResult {
  readonly hits: readonly Hit[];
  readonly next: PageStart | undefined;
  readonly pieces: readonly UnderstoodPiece[];
}

const MOST_CONDITIONS = 100;
/** Of words and pairs of letters, in all of them: PostgreSQL compares a phrase word by word, each within the other. */
const MOST_WORDS = 200;
/** So many hits are ordered among themselves; the next so many, which are older, come after them. */
const TOGETHER: Readonly<Record<Sort, number>> = { relevance: 120, newest: 60 };
// With fewer hits than these, what stands inside of words is looked for as well.
const FEW_HITS = 5;

/**
 * What a person may read and has asked for, in their order; a page of it. Whether they may is asked now, so
 * nothing is found in a channel they have left. Throws QUERY_TOO_LONG.
 */
export async function searchMessages(
  deps: SearchDeps,
  actor: Actor,
  search: SearchMessages,
): Promise<SearchResult> {
  const { clock, readable, handles, index, stem } = deps;
  const conditions = parseQuery(search.query, { now: clock.now(), timezone: search.timezone });
  assertShort(conditions);
  const [channels, people] = await Promise.all([
    readable.readableBy(actor),
    peopleNamed(handles, actor, conditions),
  ]);
  const left = channelsIn(channels, conditions, people);
  const pieces = conditions.map((condition) => ({
    ...condition,
    unknown: isUnknown(condition, left, people),
  }));
  const wanted = wantedIn(conditions, false);
  if (!asksForAnything(conditions, wanted)) return { hits: [], next: undefined, pieces };

  const query = (breadth: Breadth): Omit<IndexQuery, "after" | "limit"> => ({
    expression: { op: "all", of: [anything, ...compile(conditions, people, { breadth, stem })] },
    channels: left,
    time: timeOf(conditions),
    saved: savedBy(actor, conditions),
  });
  const limit = TOGETHER[search.sort];
  const read = async (page: PageStart): Promise<SearchResult> => {
    const places = await index.find({ ...query(page.breadth), after: page.after, limit });
    const views = await index.views(
      places.map(({ messageId }) => messageId),
      actor.userId,
    );
    const allowed = await readable.confirm(actor, [...new Set(views.map((view) => view.message.channelId))]);
    const visible = views.filter((view) => allowed.has(view.message.channelId));
    const hits = rank(visible, { wanted, stem, sort: search.sort, now: clock.now() });
    const older = places.length === limit ? places.at(-1) : undefined;
    // Pages may grow empty, as messages are edited before the index knows.
    if (hits.length === 0 && older !== undefined) return read({ ...page, after: older, skip: 0 });
    return {
      ...pageOf(hits, older, { ...page, after: page.after ?? beginning(places) }, search.limit),
      pieces,
    };
  };
  if (search.page !== undefined) return read(search.page);
  const first = await read({ breadth: "beginnings", skip: 0 });
  const found = first.hits.length >= FEW_HITS || first.next !== undefined || wanted.length === 0;
  if (found || !(await deps.insideWords.isWantedBy(actor))) return first;
  return read({ breadth: "inside", skip: 0 });
}

function assertShort(conditions: readonly Condition[]): void {
  if (conditions.length > MOST_CONDITIONS) throw refuse("QUERY_TOO_LONG", { limit: MOST_CONDITIONS });
  const wanted = [...wantedIn(conditions, false), ...wantedIn(conditions, true)];
  const words = wanted.reduce((sum, { units }) => sum + units.length, 0);
  if (words > MOST_WORDS) throw refuse("QUERY_TOO_LONG", { limit: MOST_WORDS });
}

function isUnknown(condition: Condition, channels: readonly unknown[], people: NamedPeople): boolean {
  switch (condition.kind) {
    case "from":
    case "mentions":
    case "with":
      return people.get(condition.name) === undefined;
    case "in":
      return !condition.negated && channels.length === 0;
    case "text":
    case "feature":
    case "saved":
    case "time":
      return false;
  }
}

/** Text of which nothing can be looked for, and only that, asks for nothing. */
function asksForAnything(conditions: readonly Condition[], wanted: readonly Wanted[]): boolean {
  return (
    wanted.length > 0 ||
    conditions.some(({ kind }) => kind !== "text") ||
    wantedIn(conditions, true).length > 0
  );
}

interface Ranking {
  readonly wanted: readonly Wanted[];
  readonly stem: Stemmer;
  readonly sort: Sort;
  readonly now: Date;
}

/** What was edited since it was indexed is compared as it is now: words that are gone find nothing. */
function rank(views: readonly MessageView[], { wanted, stem, sort, now }: Ranking): readonly Hit[] {
  const matches = views.flatMap((view): { view: MessageView; found: Match }[] => {
    const found = match(wordingOf(view.message), wanted, stem);
    return found === undefined ? [] : [{ view, found }];
  });
  const worth = ({ view, found }: (typeof matches)[number]): number =>
    sort === "newest" || wanted.length === 0 ? 0 : found.score + freshness(view.message.postedAt, now);
  const newestFirst = (a: MessageView, b: MessageView): number =>
    b.message.postedAt.getTime() - a.message.postedAt.getTime() || (a.message.id < b.message.id ? 1 : -1);
  return matches
    .map((hit) => ({ hit, worth: worth(hit) }))
    .toSorted((a, b) => b.worth - a.worth || newestFirst(a.hit.view, b.hit.view))
    .map(({ hit: { view, found } }) => ({ view, highlights: within(view.message.text, found.ranges) }));
}

/** What was found in the name of a file is no place in the text. */
const within = (text: string, ranges: readonly Range[]): readonly Range[] =>
  ranges.filter(({ end }) => end <= text.length);

const MONTH_MS = 30 * 86_400_000;
const FRESH = 2;

/** Up to 2 for what was said just now, half of it after a month. */
function freshness(at: Date, now: Date): number {
  return FRESH / (1 + Math.max(0, now.getTime() - at.getTime()) / MONTH_MS);
}

/** What is posted while somebody turns pages must not move what is on them. */
function beginning([first]: readonly HitPlace[]): HitPlace | undefined {
  return first && { at: new Date(first.at.getTime() + 1), messageId: "" };
}

function pageOf(
  hits: readonly Hit[],
  older: HitPlace | undefined,
  { breadth, after, skip }: PageStart,
  limit: number,
): Pick<SearchResult, "hits" | "next"> {
  const shown = hits.slice(skip, skip + limit);
  if (skip + limit < hits.length) return { hits: shown, next: { breadth, after, skip: skip + limit } };
  return { hits: shown, next: older && { breadth, after: older, skip: 0 } };
}
