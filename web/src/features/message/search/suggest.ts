/** What a search can be narrowed by. */
export const operators = ["from", "in", "mentions", "has", "is", "before", "after", "on"] as const;
export type Operator = (typeof operators)[number];

const values: Readonly<Record<"has" | "is" | "before" | "after" | "on", readonly string[]>> = {
  has: ["link", "file", "image", "code", "reaction", "pin", "thread"],
  is: ["pinned", "edited", "thread", "saved"],
  before: ["today", "yesterday", "this-week", "this-month"],
  after: ["yesterday", "last-week", "last-month", "last-year"],
  on: ["today", "yesterday", "this-week", "last-week", "this-month"],
};

/** Somebody or a channel that can be named in a query. */
export interface Nameable {
  /** As it is written behind the operator: @ada, #general. */
  readonly written: string;
  /** As people know it. */
  readonly title: string;
}

export interface Suggestion {
  /** Takes the place of the piece that is being typed. */
  readonly text: string;
  readonly title?: string;
  /** Set where it is only the beginning of a piece. */
  readonly operator?: Operator;
}

export interface Suggestable {
  readonly people: readonly Nameable[];
  readonly channels: readonly Nameable[];
}

const most = 8;
const PIECE = /^(-?)(?:(from|in|mentions|has|is|before|after|on):)?(.*)$/i;

/** The piece of a query before the caret: its beginning and its text. */
export function pieceAt(query: string, caret: number): { readonly start: number; readonly text: string } {
  const start = query.slice(0, caret).search(/\S*$/);
  return { start, text: query.slice(start, caret) };
}

/** What may be meant by the piece that is being typed: an operator by its beginning, or what follows one. */
export function suggest(piece: string, { people, channels }: Suggestable): readonly Suggestion[] {
  const [, minus = "", name, typed = ""] = PIECE.exec(piece) ?? [];
  const operator = operators.find((known) => known === name?.toLowerCase());
  if (operator === undefined) return operatorsLike(minus, typed);
  const named = (list: readonly Nameable[]): Suggestion[] =>
    list
      .filter(({ written, title }) => fits(written.slice(1), typed) || fits(title, typed))
      .map(({ written, title }) => ({ text: `${minus}${operator}:${written}`, title }));
  if (operator === "from" || operator === "mentions") {
    const me = fits("me", typed) ? [{ text: `${minus}${operator}:me` }] : [];
    return [...me, ...named(people)].slice(0, most);
  }
  if (operator === "in")
    return named(typed.startsWith("@") ? people : [...channels, ...people]).slice(0, most);
  const known = values[operator].filter((value) => value.startsWith(typed.toLowerCase()) && value !== typed);
  return known.map((value) => ({ text: `${minus}${operator}:${value}` }));
}

function operatorsLike(minus: string, typed: string): readonly Suggestion[] {
  if (typed === "") return [];
  return operators
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((operator) => ({ text: `${minus}${operator}:`, operator }));
}

const fits = (text: string, typed: string): boolean =>
  text.toLowerCase().includes(typed.replace(/^[@#]/, "").toLowerCase());

/** The query with a suggestion in the place of the piece, and where the caret goes. */
export function accept(query: string, caret: number, { text, operator }: Suggestion) {
  const { start } = pieceAt(query, caret);
  const end = operator === undefined ? `${text} ` : text;
  return { query: query.slice(0, start) + end + query.slice(caret).trimStart(), caret: start + end.length };
}
