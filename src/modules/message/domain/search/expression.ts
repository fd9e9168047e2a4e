import { ANY, type Lexeme, SHORTEST_INSIDE } from "./lexemes.ts";
import { type Stemmer, stemsOf } from "./stems.ts";
import { type Token, tokenise } from "./tokens.ts";

/** What the lexemes of a message must fulfil. */
export type Expression =
  | { readonly op: "lexeme"; readonly lexeme: Lexeme; readonly begins: boolean }
  | { readonly op: "all" | "any"; readonly of: readonly Expression[] }
  /** One after the other, each as many places behind the one before as it says. */
  | { readonly op: "phrase"; readonly of: readonly PhrasePart[] }
  | { readonly op: "not"; readonly of: Expression };

export interface PhrasePart {
  readonly lexeme: Lexeme;
  readonly begins: boolean;
  readonly distance: number;
}

/** Words that were typed together, as they are looked for. */
export interface Wanted {
  readonly text: string;
  readonly quoted: boolean;
  readonly open: boolean;
  /** One after the other: words, or letters of scripts without spaces, two by two. */
  readonly units: readonly Token[];
  /** All of it with its signs, if it has some. */
  readonly literal: Token | undefined;
}

/** How far to go: `as_typed` for what must not be there, `inside` also finds what stands inside of words. */
export type Breadth = "as_typed" | "beginnings" | "inside";

const SHORTEST_BEGINNING = 3;

export function wantedOf({ text, quoted, open }: Pick<Wanted, "text" | "quoted" | "open">): Wanted {
  const tokens = tokenise(text);
  const paired = new Set(tokens.filter(({ kind }) => kind === "pair").flatMap(({ at }) => [at, at + 1]));
  const units = tokens.filter(
    ({ kind, at }) => kind === "word" || kind === "pair" || (kind === "sign" && !paired.has(at)),
  );
  const last = text.trimEnd().length;
  const literal = tokens.find(({ kind, start, end }) => kind === "literal" && start === 0 && end >= last - 1);
  return { text, quoted, open, units, literal };
}

/** Undefined where nothing can be looked for. */
export function expressionOf(wanted: Wanted, breadth: Breadth, stem: Stemmer): Expression | undefined {
  const { units, literal } = wanted;
  const ways: Expression[] = [];
  if (literal !== undefined) ways.push(begin(`=${literal.text}`, isOpen(wanted, breadth)));
  const [unit] = units;
  if (units.length > 1) ways.push(...waysToFindAll(wanted, breadth));
  else if (unit !== undefined && literal === undefined) ways.push(...waysToFind(unit, wanted, breadth, stem));
  return ways.length === 0 ? undefined : anyOf(ways);
}

function waysToFindAll(wanted: Wanted, breadth: Breadth): Expression[] {
  const phrase = phraseOf(wanted, breadth);
  return breadth === "inside" && !wanted.quoted ? [phrase, crossing(wanted.units)] : [phrase];
}

/** Whether what was typed may go on. */
const isOpen = ({ quoted, open }: Wanted, breadth: Breadth): boolean =>
  open || (!quoted && breadth !== "as_typed");

const begin = (lexeme: Lexeme, begins: boolean): Expression => ({ op: "lexeme", lexeme, begins });
const exactly = (lexeme: Lexeme): Expression => begin(lexeme, false);
const anyOf = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] !== undefined ? of[0] : { op: "any", of };

export const anything: Expression = exactly(ANY);
export const fact = exactly;
export const nothing: Expression = exactly("@nothing");

function* waysToFind(
  { kind, text }: Token,
  wanted: Wanted,
  breadth: Breadth,
  stem: Stemmer,
): Generator<Expression> {
  const long = text.length >= SHORTEST_BEGINNING && kind === "word";
  yield begin(`=${text}`, wanted.open || (long && isOpen(wanted, breadth)));
  if (wanted.quoted || wanted.open || kind !== "word") return;
  yield exactly(`~${text}`);
  for (const found of stemsOf(text, stem)) {
    yield exactly(`~${found}`);
    yield exactly(`=${found}`);
  }
  if (breadth === "inside" && text.length >= SHORTEST_INSIDE) yield begin(`*${text}`, true);
}

function phraseOf(wanted: Wanted, breadth: Breadth): Expression {
  const { units } = wanted;
  const parts = units.map(({ kind, text, at }, index): PhrasePart => {
    const before = units[index - 1];
    const isLast = index === units.length - 1;
    return {
      lexeme: `=${text}`,
      begins: isLast && kind === "word" && isOpen(wanted, breadth),
      distance: before === undefined ? 0 : at - before.last,
    };
  });
  return { op: "phrase", of: parts };
}

/** From the inside of a word over signs to the beginning of another: "onfig.js" in config.json. */
function crossing(units: readonly Token[]): Expression {
  return {
    op: "all",
    of: units.flatMap(({ text, kind }, index): Expression[] => {
      if (index === 0 && kind === "word" && text.length >= SHORTEST_INSIDE)
        return [anyOf([exactly(`=${text}`), exactly(`*${text}`)])];
      return index === units.length - 1 ? [begin(`=${text}`, kind === "word")] : [exactly(`=${text}`)];
    }),
  };
}
