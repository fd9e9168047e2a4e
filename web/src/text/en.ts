/** Every text that people read, in English. `{name}` is filled in; a text with a count has plural forms. */
export const en = {
  "ui.close": "Close",
  "ui.cancel": "Cancel",
  "ui.dismiss": "Dismiss",
  "ui.notifications": "Notifications",
  "ui.copy": "Copy",
  "ui.copied": "Copied",
  "ui.copyFailed": "The browser did not allow copying.",
  "ui.optional": "Optional",

  "presence.online": "Online",
  "presence.away": "Away",
  "presence.offline": "Offline",

  "message.unknownPerson": "unknown",
  "message.unknownChannel": "private channel",
  "message.revealSpoiler": "Spoiler. Press to show it.",
  "message.code": "Code",
  "message.taskDone": "Done",
  "message.taskOpen": "To do",

  "list.jumpToLatest": "Jump to latest",
  "list.jumpToUnread": "Jump to first unread",
  "list.newMessages": { one: "{count} new message", other: "{count} new messages" },
  "list.unread": "New",

  "time.today": "Today",
  "time.yesterday": "Yesterday",
} as const;
