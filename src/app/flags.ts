import type { FlagDeclarations } from "../platform/flags/flag.ts";

/** Every flag of the program. When only one way is wanted any more, the flag goes, and the other way with it. */
export const declaredFlags = {
  "search.inside-words": {
    purpose:
      "Where a search finds few messages, it looks inside of words as well, which costs the database more.",
    percent: 100,
  },
} as const satisfies FlagDeclarations<string>;

export type FlagName = keyof typeof declaredFlags;
