import { type Asked, daysOf, type Span } from "./days.ts";
import { type Feature, features } from "./lexemes.ts";

/** What a piece of a query asks for. */
export type Meaning =
  /** Words; `quoted` as they stand, `open` beginning so. */
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean; readonly open: boolean }
  /** Names as they were typed, without sign in front: of people `me`, a handle or an id. */
  | { readonly kind: "from" | "mentions" | "with"; readonly name: string }
  /** Of a channel, or its id. */
  | { readonly kind: "in"; readonly name: string }
  | { readonly kind: "feature"; readonly feature: Feature }
  /** What whoever asks keeps for later. */
  | { readonly kind: "saved" }
  | { readonly kind: "time"; readonly span: Partial<Span> };

/** A piece of a query, and where it stands in it, in UTF-16 units. */
export type Condition = Meaning & {
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
};

type Operator = "from" | "in" | "mentions" | "has" | "is" | "before" | "after" | "on";
const operators: ReadonlySet<string> = new Set<Operator>([
  ...(["from", "in", "mentions", "has", "is", "before", "after", "on"] as const),
]);

const FEATURE_OF: Readonly<Record<string, Feature>> = {
  ...Object.fromEntries(features.map((feature) => [feature, feature])),
  pinned: "pin",
  links: "link",
  url: "link",
  files: "file",
  images: "image",
  reactions: "reaction",
  threads: "thread",
};
const NAME = /^([A-Za-z]{2,8})[:：]/;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»", "「": "」" };
/** What follows an operator before its value does. */
const UNFINISHED = /^[@#]?$/;
const LONGEST_OPERATOR = 10;

/**
 * Reads a query. There is none that cannot be read: what is no operator is looked for as it stands, and what
 * names nothing yet, such as `from:` while somebody is typing, asks for nothing. Linear in its length.
 */
export function parseQuery(query: string, asked: Asked): Condition[] {
  const conditions: Condition[] = [];
  let at = 0;
  while (at < query.length) {
    if (isSpace(query.charAt(at))) {
      at += 1;
      continue;
    }
    const { meaning, negated, end } = readPiece(query, at, asked);
    if (meaning !== undefined) conditions.push({ ...meaning, negated, start: at, end });
    at = end;
  }
  return conditions;
}

interface Piece {
  readonly meaning: Meaning | undefined;
  readonly negated: boolean;
  readonly end: number;
}

function readPiece(query: string, start: number, asked: Asked): Piece {
  const negated = query.charAt(start) === "-" && /[^\s-]/u.test(query.charAt(start + 1));
  const from = negated ? start + 1 : start;
  return { negated, ...(readOperator(query, from, asked) ?? readWords(query, from)) };
}

/** Undefined where there is none, or none that can be followed by what follows it. */
function readOperator(query: string, from: number, asked: Asked): Omit<Piece, "negated"> | undefined {
  const name = NAME.exec(query.slice(from, from + LONGEST_OPERATOR));
  const operator = name?.[1]?.toLowerCase() ?? "";
  if (name === null || !isOperator(operator)) return undefined;
  const { text, end } = readValue(query, from + name[0].length);
  const meaning = meaningOf(operator, text, asked);
  return meaning !== undefined || UNFINISHED.test(text) ? { meaning, end } : undefined;
}

const isOperator = (word: string): word is Operator => operators.has(word);

function readWords(query: string, from: number): Omit<Piece, "negated"> {
  const { text, quoted, end } = readValue(query, from);
  const open = !quoted && text.length > 1 && text.endsWith("*");
  const words = open ? text.slice(0, -1) : text;
  return { meaning: words === "" ? undefined : { kind: "text", text: words, quoted, open }, end };
}

interface Value {
  readonly text: string;
  readonly quoted: boolean;
  readonly end: number;
}

/** Up to the next space; in quotes up to their end, or to that of the query. */
function readValue(query: string, start: number): Value {
  const closing = CLOSING[query.charAt(start)];
  if (closing !== undefined) {
    const found = query.indexOf(closing, start + 1);
    const end = found < 0 ? query.length : found;
    return { text: query.slice(start + 1, end).trim(), quoted: true, end: Math.min(end + 1, query.length) };
  }
  let end = start;
  while (end < query.length && !isSpace(query.charAt(end))) end += 1;
  return { text: query.slice(start, end), quoted: false, end };
}

const isSpace = (character: string): boolean => /\s/u.test(character);

function meaningOf(operator: Operator, value: string, asked: Asked): Meaning | undefined {
  if (value === "") return undefined;
  switch (operator) {
    case "from":
    case "mentions": {
      const name = value.replace(/^@/, "");
      return name === "" ? undefined : { kind: operator, name };
    }
    case "in":
      return placeOf(value);
    case "has":
    case "is": {
      const word = value.toLowerCase();
      if (operator === "is" && word === "saved") return { kind: "saved" };
      const feature = Object.hasOwn(FEATURE_OF, word) ? FEATURE_OF[word] : undefined;
      return feature && { kind: "feature", feature };
    }
    case "before":
    case "after":
    case "on": {
      const span = daysOf(value, asked);
      return span && { kind: "time", span: narrowed(operator, span) };
    }
  }
}

function placeOf(value: string): Meaning | undefined {
  const name = value.slice(1);
  if (value.startsWith("@")) return name === "" ? undefined : { kind: "with", name };
  if (value.startsWith("#")) return name === "" ? undefined : { kind: "in", name };
  return { kind: "in", name: value };
}

function narrowed(operator: "before" | "after" | "on", { from, to }: Span): Partial<Span> {
  if (operator === "before") return { to: from };
  return operator === "after" ? { from: to } : { from, to };
}
