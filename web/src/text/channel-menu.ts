import { textsOf } from "./part.ts";

/** What people read in the menu of a channel, and before they leave one. */
export const channelMenuText = textsOf("channelMenu", {
  markRead: "Mark as read",
  moveUp: "Move up",
  moveDown: "Move down",
  copyLink: "Copy link",
  leave: "Leave channel…",
  leaveTitle: "Leave {place}?",
  leaveText: "You can join again whenever you like.",
  leaveTextPrivate: "Somebody in it has to add you again before you can see it.",
  leaveConfirm: "Leave",
  "level.default": "As in your preferences",
  "level.everything": "Every message",
  "level.mentions": "Only mentions",
  "level.nothing": "Nothing",
} as const);
