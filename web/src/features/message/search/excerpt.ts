import type { Hit } from "../../../store/use-message-search.ts";

const longest = 700;
const before = 160;

/** A message, or of a long one what stands around the first words that were found. */
export function excerptOf({ message, highlights }: Hit): string {
  const { text } = message;
  const first = highlights[0]?.start ?? 0;
  if (text.length <= longest) return text;
  if (first < longest - before) return `${text.slice(0, longest)}…`;
  const from = text.indexOf(" ", first - before) + 1;
  return `…${text.slice(from, from + longest)}…`;
}

/** The words to be marked, each once, as they are written in the message. */
export function wordsOf({ message, highlights }: Hit): readonly string[] {
  const words = highlights.map(({ start, end }) => message.text.slice(start, end).trim());
  return [...new Set(words.filter((word) => word !== ""))];
}
