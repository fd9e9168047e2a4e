import { textsOf } from "./part.ts";

/** What people read on the card of a person. */
export const personText = textsOf("person", {
  title: "Title",
  status: "Status",
  time: "Local time",
  timeThere: "{time} local time",
  write: "Write a message",
  edit: "Edit profile",
} as const);
