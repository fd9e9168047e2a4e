import { fold } from "./fold.ts";

/**
 * A piece of a text that can be looked for.
 *
 * - `word`: letters and digits without anything between; an emoji
 * - `part`: of an identifier, where its case changes
 * - `literal`: with the dots, dashes, slashes and signs as they were typed
 * - `sign`, `pair`: one and two letters of a script that puts no spaces between words
 */
export interface Token {
  readonly kind: "word" | "part" | "literal" | "sign" | "pair";
  /** Folded, at most 100 characters. */
  readonly text: string;
  /** Its place among the words of the text, and the last one where it takes several. */
  readonly at: number;
  readonly last: number;
  /** Where it stands, in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

const LONGEST = 100;

const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々〆ｰ";
const JOINER = "\\u200b-\\u200f\\u2060\\u00ad\\ufeff";
// Mentions name nobody in words; what stands between spaces, quotes and brackets is one span.
const SPAN =
  /<[@#](?:usr|chn)_[0-9A-Za-z]{27}>|<!(?:channel|here)>|[^\s\p{Cc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`<>|,;*~、。・！？：；，]+/gu;
const UNIT = new RegExp(
  `(?<word>[[\\p{L}\\p{N}\\p{M}${JOINER}]--[${UNSPACED}]]+)|(?<sign>[${UNSPACED}])[\\p{M}ﾞﾟ]*|[\\p{Extended_Pictographic}\\p{RI}][\\p{Extended_Pictographic}\\p{RI}\\p{EMod}\\ufe0f\\u200d]*`,
  "gv",
);
const CASE_CHANGE = /(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const WITHIN_LITERAL = /[/?&=:@#\\]/;
const SENTENCE_END = ".:!?…";
// Of signs alone, only what somebody may look for, such as ++ and &&.
const LONGEST_SIGNS = 8;

interface Unit {
  readonly kind: "word" | "sign";
  readonly start: number;
  readonly end: number;
  /** The places that it takes. */
  first: number;
  last: number;
}

/** Cuts a text into tokens, in time linear in its length; the same for what is indexed and what is looked for. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match[0].startsWith("<")) continue;
    place = readSpan({ text: match[0], offset: match.index, place }, tokens);
  }
  return tokens.filter((token) => token.text !== "");
}

interface Span {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly offset: number;
  /** The place of its first word. */
  readonly place: number;
}

function readSpan(span: Span, tokens: Token[]): number {
  const units = unitsOf(span.text);
  let place = span.place;
  for (const [index, unit] of units.entries()) {
    unit.first = place;
    place =
      unit.kind === "word" ? addWord(span, unit, tokens) : addSign(span, unit, units[index + 1], tokens);
    unit.last = Math.max(unit.first, place - 1);
  }
  return Math.max(place, addLiterals(span, units, tokens));
}

/** The words and signs of a span; what stands between them is neither. */
function unitsOf(span: string): Unit[] {
  return Array.from(span.matchAll(UNIT), (match) => ({
    kind: match.groups?.["sign"] === undefined ? "word" : "sign",
    start: match.index,
    end: match.index + match[0].length,
    first: 0,
    last: 0,
  }));
}

/** Answers the place after it. */
function addWord({ text, offset }: Span, unit: Unit, tokens: Token[]): number {
  const typed = text.slice(unit.start, unit.end);
  const folded = fold(typed).slice(0, LONGEST);
  if (folded === "") return unit.first;
  // What is in one case is in one part.
  const parts = folded === typed ? [typed] : typed.split(CASE_CHANGE);
  const last = unit.first + parts.length - 1;
  const start = offset + unit.start;
  tokens.push({ kind: "word", text: folded, at: unit.first, last, start, end: offset + unit.end });
  if (parts.length === 1) return last + 1;
  let from = start;
  for (const [index, part] of parts.entries()) {
    const at = unit.first + index;
    const end = from + part.length;
    tokens.push({ kind: "part", text: fold(part).slice(0, LONGEST), at, last: at, start: from, end });
    from = end;
  }
  return last + 1;
}

function addSign({ text, offset }: Span, unit: Unit, next: Unit | undefined, tokens: Token[]): number {
  const sign = fold(text.slice(unit.start, unit.end));
  const [at, start] = [unit.first, offset + unit.start];
  tokens.push({ kind: "sign", text: sign, at, last: at, start, end: offset + unit.end });
  if (next?.kind === "sign" && next.start === unit.end) {
    const pair = sign + fold(text.slice(next.start, next.end));
    tokens.push({ kind: "pair", text: pair, at, last: at, start, end: offset + next.end });
  }
  return at + 1;
}

/** What stands between letters of scripts without spaces, whole, and the pieces of addresses in it. */
function addLiterals(span: Span, units: readonly Unit[], tokens: Token[]): number {
  let place = span.place;
  for (const piece of piecesOf(span.text, units)) {
    const inside = unitsWithin(units, piece);
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) {
      if (span.text.length > LONGEST_SIGNS) continue;
      tokens.push(literal(span, piece, place, place));
      place += 1;
    } else if (first.start !== piece.start || first.end !== piece.end) {
      tokens.push(literal(span, piece, first.first, last.last));
    }
  }
  return place;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function literal({ text, offset }: Span, { start, end }: Piece, at: number, last: number): Token {
  const folded = fold(text.slice(start, end)).slice(0, LONGEST);
  return { kind: "literal", text: folded, at, last, start: offset + start, end: offset + end };
}

function unitsWithin(units: readonly Unit[], { start, end }: Piece): readonly Unit[] {
  // Units are in order, so that the pieces of a long address cost no more than itself.
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Unit[] = [];
  for (let index = low; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined || unit.start >= end) break;
    inside.push(unit);
  }
  return inside;
}

function piecesOf(span: string, units: readonly Unit[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { kind, start: from, end } of units) {
    if (kind !== "sign") continue;
    addPieces(span, { start, end: from }, pieces);
    start = end;
  }
  addPieces(span, { start, end: span.length }, pieces);
  return pieces;
}

function addPieces(span: string, whole: Piece, pieces: Piece[]): void {
  const trimmed = trim(span, whole);
  if (trimmed.end <= trimmed.start) return;
  pieces.push(trimmed);
  const inner = span.slice(trimmed.start, trimmed.end).split(WITHIN_LITERAL);
  if (inner.length === 1) return;
  let from = trimmed.start;
  for (const text of inner) {
    const piece = trim(span, { start: from, end: from + text.length });
    if (/[\p{L}\p{N}]/u.test(text) && piece.end > piece.start) pieces.push(piece);
    from += text.length + 1;
  }
}

/** Without the marks that end a sentence, unless there is nothing else. */
function trim(span: string, { start, end }: Piece): Piece {
  let kept = end;
  while (kept > start && SENTENCE_END.includes(span.charAt(kept - 1))) kept -= 1;
  return { start, end: kept > start ? kept : end };
}
