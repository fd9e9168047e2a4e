import type { Document, Inline } from "./nodes.ts";

const emoji = /\p{RGI_Emoji}/gv;
const most = 12;

/** Whether a message is nothing but a few emoji, which are then shown large. */
export function isEmojiOnly(document: Document): boolean {
  const [block, ...more] = document;
  if (block?.type !== "paragraph" || more.length > 0) return false;
  const counts = block.children.map(countEmoji);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 && total <= most;
}

/** NaN for anything else than emoji, which makes the sum fail every comparison. */
function countEmoji(node: Inline): number {
  if (node.type === "emoji") return 1;
  if (node.type !== "text") return Number.NaN;
  const found = node.value.match(emoji) ?? [];
  return node.value.replace(emoji, "").trim() === "" ? found.length : Number.NaN;
}
