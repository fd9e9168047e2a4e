import type { Block, Document, Inline } from "../../../markdown/nodes.ts";

/** The address of a message within this client. */
export interface Permalink {
  readonly channelId: string;
  readonly messageId: string;
  /** Without the origin. */
  readonly path: string;
}

const most = 3;
const PLACE = /^\/c\/(chn_[0-9A-Za-z]{27})(?:\/(msg_[0-9A-Za-z]{27}))?$/;
const MESSAGE = /^msg_[0-9A-Za-z]{27}$/;

/** The first messages that a text leads to, each once; what is hidden in a spoiler stays hidden. */
export function permalinksIn(document: Document, origin: string): readonly Permalink[] {
  const found = new Map<string, Permalink>();
  for (const href of document.flatMap(linksOf)) {
    const link = permalinkOf(href, origin);
    if (link !== undefined && !found.has(link.messageId)) found.set(link.messageId, link);
  }
  return [...found.values()].slice(0, most);
}

/** A reply is named beside its thread, which is where it is shown. */
function permalinkOf(href: string, origin: string): Permalink | undefined {
  const url = new URL(href);
  const [, channelId, inPath] = PLACE.exec(url.pathname) ?? [];
  if (url.origin !== origin || channelId === undefined) return undefined;
  const messageId = inPath ?? url.searchParams.get("reply") ?? url.searchParams.get("thread") ?? "";
  return MESSAGE.test(messageId) ? { channelId, messageId, path: url.pathname + url.search } : undefined;
}

function linksOf(block: Block): readonly string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return block.children.flatMap(linksIn);
    case "quote":
      return block.children.flatMap(linksOf);
    case "list":
      return block.items.flatMap((item) => item.children.flatMap(linksOf));
    case "table":
      return [block.head, ...block.rows].flatMap((row) => row.flatMap((cell) => cell.flatMap(linksIn)));
    case "codeBlock":
    case "math":
    case "rule":
      return [];
  }
}

function linksIn(node: Inline): readonly string[] {
  if (node.type === "link") return [node.href];
  return "children" in node && node.type !== "spoiler" ? node.children.flatMap(linksIn) : [];
}
