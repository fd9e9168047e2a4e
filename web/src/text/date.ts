import { textsOf } from "./part.ts";

/** What people read where they go to a day. */
export const dateText = textsOf("date", {
  jump: "Jump to a date",
  day: "Date",
  go: "Jump",
} as const);
