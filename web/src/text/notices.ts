import { textsOf } from "./part.ts";

/** What notifications say, on the desktop and on the lock screen. */
export const noticeText = textsOf("notices", {
  thread: "Thread in #{channel}",
  threadWith: "Thread with {author}",
  reminder: "Reminder",
  announcement: "Announcement",
  invited: "{author} added you to this channel",
  said: "{author}: {text}",
  something: "New message",
  earlier: { one: "{count} earlier", other: "{count} earlier" },
  test: "Notifications work",
  testText: "This is how Chatter tells you of news on this device.",
} as const);
