import type { EmojiIndex } from "./store.ts";
import type { Emoji } from "./table.ts";

/** Emoji whose names or tags begin with what is asked for, the best match first. */
export function searchEmoji({ table, byCode }: EmojiIndex, query: string, limit: number): readonly Emoji[] {
  const words = query
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const exact = byCode.get(query.toLowerCase());
  return table
    .map((emoji) => ({ emoji, rank: emoji === exact ? 0 : rank(emoji, words) }))
    .filter((found) => found.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((found) => found.emoji);
}

/** 1 for a name that begins so, 2 for a word of a name, 3 for a tag; every word must be found. */
function rank(emoji: Emoji, words: readonly string[]): number {
  const names = [...emoji.codes, emoji.label];
  return Math.max(
    ...words.map((word) => {
      if (names.some((name) => name.startsWith(word))) return 1;
      if (names.some((name) => name.split(/[\s_-]/).some((part) => part.startsWith(word)))) return 2;
      return emoji.tags.some((tag) => tag.startsWith(word)) ? 3 : Number.POSITIVE_INFINITY;
    }),
  );
}
