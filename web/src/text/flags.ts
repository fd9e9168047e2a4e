import { textsOf } from "./part.ts";

/** What is done one way for some people and another way for others. */
export const flagsText = textsOf("flags", {
  title: "Flags",
  lead: "What Chatter does one way for some people and another way for others, so that it can be tried with a few first, or switched off.",
  share: "For how many",
  nobody: "For nobody",
  everybody: "For everybody",
  some: "For {share} of the people",
  on: "Always for",
  off: "Never for",
  remove: "Remove {name}",
  saved: "Saved. All servers do so within a moment.",
  history: "Latest decisions",
  historyHint: "Of each flag the last ten are shown; all are kept.",
  none: "Nobody has decided yet: it is as this version brings it.",
  named: { one: "{count} person by name", other: "{count} people by name" },
  insideWords: "Search inside of words",
  insideWordsHint:
    "A search that finds few messages looks inside of words as well. It finds more, and costs the database more.",
} as const);
