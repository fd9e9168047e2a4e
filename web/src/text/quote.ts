import { textsOf } from "./part.ts";

/** What people read on messages within messages, and when they forward one. */
export const quoteText = textsOf("quote", {
  forwarded: "Forwarded",
  deleted: "The original message was deleted.",
  show: "Show message",
  direct: "direct conversation",
  elsewhere: "a place you cannot open",
  title: "Forward message",
  to: "Forward to",
  toHint: "Channel or person",
  places: "Channels and people",
  otherTarget: "Choose another place",
  comment: "Comment",
  asLink: "Only a link",
  asLinkOn: "Only those who may read the original see what it says.",
  asLinkOff: "Everybody there sees a copy of it, with its author and where it comes from.",
  send: "Forward",
  sent: "Forwarded to {place}",
  open: "Open",
} as const);
