import type { Block, Document, Inline } from "./nodes.ts";

/** Names for what a message mentions by id; undefined where the reader does not know it. */
export interface Names {
  readonly person: (userId: string) => string | undefined;
  readonly channel: (channelId: string) => string | undefined;
}

/** The message in one line without marks, for previews and screen readers. Spoilers stay hidden. */
export function plainText(document: Document, names: Names): string {
  return document
    .map((block) => ofBlock(block, names))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function ofBlock(block: Block, names: Names): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return ofInlines(block.children, names);
    case "quote":
      return plainText(block.children, names);
    case "list":
      return block.items.map((item) => plainText(item.children, names)).join(", ");
    case "codeBlock":
      return block.value;
    case "math":
      return block.tex;
    case "table":
      return [block.head, ...block.rows]
        .map((row) => row.map((cell) => ofInlines(cell, names)).join(", "))
        .join("; ");
    case "rule":
      return "";
  }
}

function ofInlines(nodes: readonly Inline[], names: Names): string {
  return nodes.map((node) => ofInline(node, names)).join("");
}

function ofInline(node: Inline, names: Names): string {
  switch (node.type) {
    case "text":
    case "code":
      return node.value;
    case "math":
      return node.tex;
    case "break":
      return " ";
    case "strong":
    case "emphasis":
    case "strike":
    case "link":
      return ofInlines(node.children, names);
    case "spoiler":
      return "…";
    case "person":
      return `@${names.person(node.userId) ?? "…"}`;
    case "everyone":
      return `@${node.scope}`;
    case "channel":
      return `#${names.channel(node.channelId) ?? "…"}`;
    case "emoji":
      return `:${node.code}:`;
  }
}
