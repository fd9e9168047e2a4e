import type { emojiText } from "../emoji.ts";
import type { TranslationOf } from "../translations.ts";

export const emoji: TranslationOf<typeof emojiText, "de"> = {
  search: "Emoji suchen",
  grid: "Emoji",
  nothingFound: "Kein Emoji für „{query}“",
  failed: "Die Emoji konnten nicht geladen werden.",
  skinTone: "Hautton",
  noTone: "Keiner",
  recent: "Zuletzt verwendet",
  found: "Gefunden",
  group0: "Smileys und Gefühle",
  group1: "Menschen und Körper",
  group3: "Tiere und Natur",
  group4: "Essen und Trinken",
  group5: "Reisen und Orte",
  group6: "Aktivitäten",
  group7: "Gegenstände",
  group8: "Symbole",
  group9: "Flaggen",
};
