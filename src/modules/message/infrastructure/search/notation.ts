import type { Expression, PhrasePart } from "../../domain/search/expression.ts";
import type { Lexeme, Lexemes } from "../../domain/search/lexemes.ts";

/** Lexemes as a tsvector of one segment. PostgreSQL counts places from 1 on. */
export function toTsvector(segment: number, lexemes: Lexemes): string {
  return Array.from(lexemes, ([lexeme, places]) => {
    const quoted = quote(segment, lexeme);
    return places.length === 0 ? quoted : `${quoted}:${places.map((place) => place + 1).join(",")}`;
  }).join(" ");
}

/** An expression as a tsquery over the lexemes of these segments. */
export function toTsquery(segments: readonly number[], expression: Expression): string {
  return segments.map((segment) => `(${write(segment, expression)})`).join(" | ");
}

function write(segment: number, expression: Expression): string {
  switch (expression.op) {
    case "lexeme":
      return operand(segment, expression);
    case "not":
      return `!(${write(segment, expression.of)})`;
    case "phrase":
      return `(${expression.of.map((part) => follow(part) + operand(segment, part)).join("")})`;
    case "all":
    case "any": {
      const operator = expression.op === "all" ? " & " : " | ";
      return `(${expression.of.map((part) => write(segment, part)).join(operator)})`;
    }
  }
}

const follow = ({ distance }: PhrasePart): string => (distance === 0 ? "" : ` <${distance}> `);

function operand(segment: number, { lexeme, begins }: Pick<PhrasePart, "lexeme" | "begins">): string {
  return quote(segment, lexeme) + (begins ? ":*" : "");
}

const quote = (segment: number, lexeme: Lexeme): string =>
  `'${segment.toString(36)}${lexeme.replace(/[\\']/g, "$&$&")}'`;
