import { textsOf } from "./part.ts";

/** What people read when they move messages to a thread. */
export const moveText = textsOf("move", {
  title: "Move to a thread",
  to: "The thread of",
  along: "Move along",
  none: "There is no earlier message whose thread it could go to.",
  move: { one: "Move", other: "Move {count} messages" },
} as const);
