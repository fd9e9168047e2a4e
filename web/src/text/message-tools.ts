import { textsOf } from "./part.ts";

/** What people read on the tools of a message. */
export const toolText = textsOf("messageTools", {
  versions: "Edit history",
  reactWith: "React with {emoji}",
  reply: "Reply in thread",
  more: "More actions",
  actions: "What to do with this message",
  edit: "Edit message",
  remove: "Delete message…",
  forward: "Forward…",
  move: "Move to thread…",
  pin: "Pin to channel",
  unpin: "Unpin",
  copyLink: "Copy link",
  copyText: "Copy text",
  markUnread: "Mark unread from here",
  removeTitle: "Delete this message?",
  removeText: "It disappears for everybody at once, and nobody can bring it back.",
  removeConfirm: "Delete",
  saveEdit: "Save",
  editing: "Edit message",
} as const);
