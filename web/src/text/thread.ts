import { textsOf } from "./part.ts";

/** What people read in a thread. */
export const threadText = textsOf("thread", {
  close: "Close thread",
  messages: "Messages in the thread",
  loading: "Loading the thread",
  gone: "This thread is not there any more",
  goneText: "Its first message was deleted, or you may not see it.",
  reply: "Reply…",
  send: "Reply",
  alsoInChannel: "Also send to {place}",
} as const);
