import type { MarkedToken, Token, Tokens } from "marked";
import { splitText } from "./inline-tokens.ts";
import { type Align, type Block, type Document, type Inline, type ListItem, text } from "./nodes.ts";
import { safeHref } from "./safe-href.ts";
import { type MathToken, maxDepth, type SpoilerToken, tokenize } from "./tokenizer.ts";

interface Place {
  readonly depth: number;
  readonly inLink: boolean;
}

/** Reads a message. Never throws: what cannot be read as Markdown is one paragraph of plain text. */
export function parse(source: string): Document {
  try {
    return blocks(tokenize(source), { depth: 0, inLink: false });
  } catch {
    return [{ type: "paragraph", children: [text(source)] }];
  }
}

function blocks(tokens: readonly Token[], place: Place): Block[] {
  return tokens.flatMap((token) => block(token as MarkedToken, place) ?? []);
}

function block(token: MarkedToken, place: Place): Block | undefined {
  if (place.depth > maxDepth) return { type: "paragraph", children: [text(token.raw)] };
  const inner = { ...place, depth: place.depth + 1 };
  switch (token.type) {
    case "space":
    case "checkbox":
      return undefined;
    case "hr":
      return { type: "rule" };
    case "heading":
      return { type: "heading", level: token.depth, children: inlines(token.tokens, inner) };
    case "code":
      return code(languageOf(token), token.text);
    case "blockquote":
      return { type: "quote", children: blocks(token.tokens, inner) };
    case "list":
      return list(token, inner);
    case "table":
      return table(token, inner);
    default: {
      const children = "tokens" in token && token.tokens ? inlines(token.tokens, inner) : [text(token.raw)];
      return paragraph(children);
    }
  }
}

/** A formula that has its lines for itself stands in the middle of them. */
function paragraph(children: readonly Inline[]): Block {
  const [only, ...others] = children;
  return only?.type === "math" && others.length === 0 ? only : { type: "paragraph", children };
}

function code(language: string | undefined, value: string): Block {
  return language === "math" || language === "latex"
    ? { type: "math", tex: value }
    : { type: "codeBlock", language, value };
}

function languageOf(token: Tokens.Code): string | undefined {
  return token.lang?.match(/^[\w+#.-]+/)?.[0].toLowerCase();
}

function list(token: Tokens.List, place: Place): Block {
  const items = token.items.map((item): ListItem => {
    const children = blocks(item.tokens, place);
    return item.task ? { done: item.checked === true, children } : { children };
  });
  return { type: "list", start: token.ordered ? token.start || 1 : undefined, items };
}

function table(token: Tokens.Table, place: Place): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens, place));
  return {
    type: "table",
    align: token.align.map((align): Align => align ?? undefined),
    head: cells(token.header),
    rows: token.rows.map(cells),
  };
}

function inlines(tokens: readonly Token[], place: Place): Inline[] {
  return tokens.flatMap((token) => inline(token as MarkedToken | MathToken | SpoilerToken, place));
}

function inline(token: MarkedToken | MathToken | SpoilerToken, place: Place): Inline[] {
  if (place.depth > maxDepth * 2) return [text(token.raw)];
  const inner = { ...place, depth: place.depth + 1 };
  switch (token.type) {
    case "text":
      return splitText(token.text, place.inLink);
    case "escape":
      return [text(token.text)];
    case "br":
      return [{ type: "break" }];
    case "codespan":
      return [{ type: "code", value: token.text }];
    case "math":
      return [{ type: "math", tex: token.tex }];
    case "strong":
      return [{ type: "strong", children: inlines(token.tokens, inner) }];
    case "em":
      return [{ type: "emphasis", children: inlines(token.tokens, inner) }];
    case "del":
      return [{ type: "strike", children: inlines(token.tokens, inner) }];
    case "spoiler":
      return [{ type: "spoiler", children: inlines(token.tokens, inner) }];
    case "link":
    case "image":
      return link(token, inner);
    default:
      return [text(token.raw)];
  }
}

/** An image becomes a link: a message must not make its readers fetch from a stranger's server. */
function link(token: Tokens.Link | Tokens.Image, place: Place): Inline[] {
  const href = safeHref(token.href);
  if (href === undefined || place.inLink) return [text(token.raw)];
  const children = inlines(token.tokens, { ...place, inLink: true });
  return [{ type: "link", href, children: children.length > 0 ? children : [text(token.href)] }];
}
