import { textsOf } from "./part.ts";

/** What people read among the pinned messages. */
export const pinsText = textsOf("pins", {
  title: "Pinned messages",
  none: "Nothing is pinned yet",
  noneText: "Pin what everybody should find again: “More actions” on a message, then “Pin to channel”.",
  open: "Show in channel",
} as const);
