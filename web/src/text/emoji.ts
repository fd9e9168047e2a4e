import { textsOf } from "./part.ts";

/** What people read where they look for an emoji. */
export const emojiText = textsOf("emoji", {
  search: "Search emoji",
  grid: "Emoji",
  nothingFound: "No emoji for “{query}”",
  failed: "The emoji could not be loaded.",
  skinTone: "Skin tone",
  noTone: "None",
  recent: "Recently used",
  found: "Found",
  group0: "Smileys and emotion",
  group1: "People and body",
  group3: "Animals and nature",
  group4: "Food and drink",
  group5: "Travel and places",
  group6: "Activities",
  group7: "Objects",
  group8: "Symbols",
  group9: "Flags",
} as const);
