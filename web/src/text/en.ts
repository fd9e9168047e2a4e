import { enChannel } from "./en-channel.ts";
import { enMessage } from "./en-message.ts";
import { enNotification } from "./en-notification.ts";

/** Every text that people read, in English. `{name}` is filled in; a text with a count has plural forms. */
export const en = {
  ...enChannel,
  ...enMessage,
  ...enNotification,

  "ui.close": "Close",
  "ui.cancel": "Cancel",
  "ui.dismiss": "Dismiss",
  "ui.notifications": "Notifications",
  "ui.copy": "Copy",
  "ui.copied": "Copied",
  "ui.copyFailed": "The browser did not allow copying.",
  "ui.retry": "Try again",
  "ui.reload": "Reload",
  "ui.partFailed": "This could not be loaded. There may be a new version.",
  "ui.optional": "Optional",

  "error.offline": "The server cannot be reached. Check your connection.",
  "error.unexpected": "Something went wrong. Please try again.",

  "presence.online": "Online",
  "presence.away": "Away",
  "presence.busy": "Do not disturb",
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

  "shell.sidebar": "Channels and conversations",
  "shell.resizeSidebar": "Width of the sidebar",
  "shell.resizeAside": "Width of the side panel",
  "shell.skipToMessages": "Skip to messages",
  "shell.skipToComposer": "Skip to writing",
  "shell.skipToChannels": "Skip to channels",

  "error.unavailable": "The server cannot be reached just now.",
  "error.exhausted": "That was too much at once. Try again in a moment.",
  "error.denied": "You may not do this.",
  "error.notFound": "This does not exist, or you may not see it.",
  "error.invalid": "Something here is not filled in as it should be.",
  "error.unauthenticated": "Please sign in again.",
  "error.sendTooLate": "This was written days ago. Send it again if it still holds.",

  "field.invalid": "This is not filled in as it should be.",
  "field.tooShort": "This is too short.",
  "field.tooLong": "This is too long.",
  "field.email": "This is not an email address.",

  "time.today": "Today",
  "time.yesterday": "Yesterday",
} as const;
