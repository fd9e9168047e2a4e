import type { Message } from "../log/message.ts";
import type { Hit } from "../use-message-search.ts";

/** What names in a query may mean. */
export interface KnownNames {
  readonly me: string;
  /** Ids by handle. */
  readonly people: ReadonlyMap<string, string>;
  /** Ids by name. */
  readonly channels: ReadonlyMap<string, string>;
}

export interface KeptFound {
  /** The newest first. */
  readonly hits: readonly Hit[];
  /** Pieces of the query that only the server can answer, or that name nobody who is known here. */
  readonly left: readonly string[];
}

interface Condition {
  readonly isNegated: boolean;
  readonly fits: (message: Message) => boolean;
  /** What is to be marked. */
  readonly word?: string;
}

const PIECE = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi;
const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const operators: ReadonlySet<string> = new Set([
  ...["from", "in", "mentions", "has", "is", "before", "after", "on"],
]);

/**
 * Searches messages that this device keeps: words and their beginnings, phrases, `from:` `in:` `before:` `after:`
 * `on:` with days as dates, today or yesterday, each also negated. The rest of the language is the server's.
 */
export function searchKept(query: string, messages: readonly Message[], names: KnownNames): KeptFound {
  const left: string[] = [];
  const conditions = [...query.matchAll(PIECE)].flatMap((match) => {
    const condition = conditionOf(match, names);
    if (condition === undefined) left.push(match[0]);
    return condition ?? [];
  });
  // What cannot be answered is left out of the question; a question of nothing finds nothing.
  if (conditions.every(({ isNegated }) => isNegated)) return { hits: [], left };
  const found = messages.filter(
    (message) =>
      message.deletedAt === undefined &&
      conditions.every(({ isNegated, fits }) => fits(message) !== isNegated),
  );
  const words = conditions.flatMap(({ word, isNegated }) => (isNegated ? [] : (word ?? [])));
  const hits = found
    .toSorted((one, other) => other.postedAt - one.postedAt)
    .map((message) => ({ message, highlights: words.flatMap((word) => placeOf(word, message.text)) }));
  return { hits, left };
}

function conditionOf(
  [whole, minus, operator = "", quoted, plain = ""]: RegExpExecArray,
  names: KnownNames,
): Condition | undefined {
  const isNegated = minus === "-";
  const name = operator.toLowerCase();
  if (name !== "" && operators.has(name)) {
    const fits = narrowing(name, quoted ?? plain, names);
    return fits && { isNegated, fits };
  }
  // What is no operator is looked for as it stands.
  const word = quoted ?? whole.slice(isNegated ? 1 : 0).replace(/\*$/, "");
  const pattern = patternOf(word);
  return pattern && { isNegated, word, fits: ({ text }) => pattern.test(folded(text)) };
}

function narrowing(
  operator: string,
  value: string,
  { me, people, channels }: KnownNames,
): Condition["fits"] | undefined {
  const name = value.replace(/^[@#]/, "").toLowerCase();
  if (operator === "from") {
    const author = name === "me" ? me : people.get(name);
    return author === undefined ? undefined : ({ authorId }) => authorId === author;
  }
  if (operator === "in") {
    const channel = channels.get(name);
    return channel === undefined ? undefined : ({ channelId }) => channelId === channel;
  }
  return timeNarrowing(operator, dayOf(name));
}

function timeNarrowing(operator: string, day: Date | undefined): Condition["fits"] | undefined {
  if (day === undefined) return undefined;
  const start = day.getTime();
  const end = new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
  if (operator === "before") return ({ postedAt }) => postedAt < start;
  if (operator === "after") return ({ postedAt }) => postedAt >= end;
  return operator === "on" ? ({ postedAt }) => postedAt >= start && postedAt < end : undefined;
}

/** Where the reader is, a day begins. */
function dayOf(word: string): Date | undefined {
  const now = new Date();
  if (word === "today" || word === "yesterday") {
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - (word === "today" ? 0 : 1));
  }
  const [, year, month, day] = DAY.exec(word) ?? [];
  return year === undefined ? undefined : new Date(Number(year), Number(month) - 1, Number(day));
}

/** A word is found where one begins, and in scripts without spaces anywhere. */
function patternOf(word: string): RegExp | undefined {
  const escaped = folded(word.trim()).replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
  if (escaped === "") return undefined;
  const begin = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(escaped);
  return new RegExp(
    `${begin ? String.raw`(?<![\p{L}\p{N}])` : ""}${escaped.replace(/\s+/g, String.raw`\s+`)}`,
    "u",
  );
}

/** Without accents and in lower case, letter for letter. */
function folded(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter
      .normalize("NFD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase();
    return plain.length === letter.length ? plain : letter.toLowerCase();
  }).join("");
}

function placeOf(word: string, text: string): Hit["highlights"] {
  const found = patternOf(word)?.exec(folded(text));
  if (!found) return [];
  return [{ start: found.index, end: found.index + found[0].length }];
}
