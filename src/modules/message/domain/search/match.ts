import type { Wanted } from "./expression.ts";
import { fold } from "./fold.ts";
import { isWord, wordsOf } from "./lexemes.ts";
import { languageOf, type Stemmer, stemOf, stemsOf } from "./stems.ts";
import { type Token, tokenise } from "./tokens.ts";

/** From a UTF-16 unit of a text on, and until before another. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Why a message is a hit: how well it fits, and what to highlight. */
export interface Match {
  readonly score: number;
  /** In the order of the text, none within another. */
  readonly ranges: readonly Range[];
}

interface Found extends Range {
  readonly at: number;
  readonly weight: number;
}

/** What was typed outranks its other forms, whatever their number. */
const WEIGHTS = {
  literal: 8,
  phrase: 6,
  exact: 4,
  literalBegins: 3,
  stem: 2,
  begins: 1.5,
  inside: 1,
} as const;
const MOST_RANGES = 100;

/** A text cut into tokens, to be compared with what somebody looks for. */
interface Indexed {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly byText: ReadonlyMap<string, readonly Token[]>;
  readonly stem: (word: string) => string;
}

/** Compares a text with all that is wanted of it; undefined where something is missing. */
export function match(text: string, wanted: readonly Wanted[], stem: Stemmer): Match | undefined {
  const indexed = indexOf(text, stem);
  const found: Found[][] = [];
  for (const want of wanted) {
    const places = findWanted(want, indexed, stem);
    if (places.length === 0) return undefined;
    found.push(places);
  }
  const best = found.map((places) => Math.max(...places.map(({ weight }) => weight)));
  const score = best.reduce((sum, weight) => sum + weight, 0) + closeness(found);
  return { score, ranges: merged(found.flat()) };
}

function indexOf(text: string, stem: Stemmer): Indexed {
  const tokens = tokenise(text);
  const byText = new Map<string, Token[]>();
  for (const token of tokens) {
    const same = byText.get(token.text);
    if (same === undefined) byText.set(token.text, [token]);
    else same.push(token);
  }
  const language = languageOf(wordsOf(tokens));
  return { text, tokens, byText, stem: (word) => stemOf(word, language, stem) ?? word };
}

function findWanted(wanted: Wanted, indexed: Indexed, stem: Stemmer): Found[] {
  const { units, literal } = wanted;
  const found = literal === undefined ? [] : findLiteral(literal.text, wanted.quoted, indexed);
  const [unit] = units;
  if (unit === undefined || (literal !== undefined && units.length === 1)) return found;
  if (units.length === 1) return findUnit(unit, wanted, indexed, stem);
  found.push(...findPhrase(wanted, indexed));
  return found.length > 0 || wanted.quoted ? found : findCrossing(wanted, indexed);
}

function findLiteral(literal: string, quoted: boolean, { tokens }: Indexed): Found[] {
  return tokens.flatMap((token): Found[] => {
    if (token.kind !== "literal" || !token.text.startsWith(literal)) return [];
    if (token.text.length === literal.length) return [foundAt(token, WEIGHTS.literal)];
    return quoted ? [] : [{ ...foundAt(token, WEIGHTS.literalBegins), end: token.start + literal.length }];
  });
}

const foundAt = ({ start, end, at }: Token, weight: number): Found => ({ start, end, at, weight });

function findUnit({ kind, text }: Token, { quoted, open }: Wanted, indexed: Indexed, stem: Stemmer): Found[] {
  const exact = (indexed.byText.get(text) ?? []).map((token) => foundAt(token, WEIGHTS.exact));
  if (kind !== "word" || quoted) return exact;
  const stems = open ? new Set<string>() : new Set([...stemsOf(text, stem), text]);
  const others = indexed.tokens.flatMap((token): Found[] => {
    if (!isWord(token) || token.text === text) return [];
    if (stems.has(token.text) || stems.has(indexed.stem(token.text))) return [foundAt(token, WEIGHTS.stem)];
    const place = token.text.indexOf(text);
    if (place === 0) return [foundAt(token, WEIGHTS.begins)];
    return place > 0 && !open ? [foundAt(token, WEIGHTS.inside)] : [];
  });
  return [...exact, ...others];
}

function findPhrase({ units, quoted }: Wanted, { byText, tokens }: Indexed): Found[] {
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return [];
  const endings = quoted || last.kind !== "word" ? [] : tokens.filter((token) => begins(token, last));
  return (byText.get(first.text) ?? []).flatMap((begin): Found[] => {
    let end: Token | undefined = begin;
    for (const [index, unit] of units.entries()) {
      const before = units[index - 1];
      if (before === undefined || end === undefined) continue;
      const place: number = end.last + unit.at - before.last;
      const here: readonly Token[] = byText.get(unit.text) ?? [];
      end =
        here.find(({ at }) => at === place) ??
        (unit === last ? endings.find(({ at }) => at === place) : undefined);
    }
    return end === undefined
      ? []
      : [{ start: begin.start, end: end.end, at: begin.at, weight: WEIGHTS.phrase }];
  });
}

const begins = ({ kind, text }: Token, unit: Token): boolean => kind === "word" && text.startsWith(unit.text);

/** What runs from the inside of one word to that of another is only known to stand there. */
function findCrossing(wanted: Wanted, { text }: Indexed): Found[] {
  const folded = fold(wanted.text);
  if (!fold(text).includes(folded)) return [];
  const start = text.toLowerCase().indexOf(wanted.text.toLowerCase());
  const end = start < 0 ? 0 : start + wanted.text.length;
  return [{ start: Math.max(0, start), end, at: 0, weight: WEIGHTS.inside }];
}

const CLOSE = 3;

/** Up to 3, for words that stand side by side; 0 for one word. */
function closeness(found: readonly (readonly Found[])[]): number {
  if (found.length < 2) return 0;
  const places = found
    .flatMap((list, want) => list.slice(0, MOST_RANGES).map(({ at }) => ({ at, want })))
    .sort((a, b) => a.at - b.at);
  const latest = new Map<number, number>();
  let narrowest = Number.POSITIVE_INFINITY;
  for (const { at, want } of places) {
    latest.set(want, at);
    if (latest.size === found.length) narrowest = Math.min(narrowest, at - Math.min(...latest.values()));
  }
  return (CLOSE * found.length) / Math.max(found.length, narrowest + 1);
}

function merged(found: readonly Found[]): Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = ranges.at(-1);
    if (end <= start) continue;
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end);
    else if (ranges.length < MOST_RANGES) ranges.push({ start, end });
  }
  return ranges;
}
