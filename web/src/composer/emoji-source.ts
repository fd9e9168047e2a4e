import { searchEmoji } from "../emoji/search.ts";
import { loadEmoji } from "../emoji/store.ts";
import type { SuggestionSource } from "./suggestion.ts";

const most = 8;

/** Emoji by name. They are written as the emoji itself, so that they look the same everywhere. */
export const emojiSource: SuggestionSource = async (query) => {
  const found = searchEmoji(await loadEmoji(), query, most);
  return found.map(({ char, codes, label }) => ({
    id: char,
    label: `:${codes[0] ?? label}:`,
    icon: char,
    insert: char,
  }));
};
