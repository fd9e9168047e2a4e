import { textsOf } from "./part.ts";

/** What people read about the bookmarks of a channel, and about whom it is open to. */
export const bookmarkText = textsOf("bookmark", {
  title: "Bookmark",
  in: "Bookmark in {place}",
  bar: "Bookmarks",
  add: "Add bookmark",
  edit: "Edit bookmark",
  earlier: "Move earlier",
  later: "Move later",
  remove: "Remove bookmark",
  more: "What to do with {title}",
  save: "Save",
  url: "Address",
  urlHint: "A page, or a message by its link.",
  urlWrong: "Enter an address that begins with http:// or https://.",
  name: "Title",
  titleMissing: "Enter a title.",
  emoji: "Emoji",
  "groups.title": "Open to groups",
  "groups.hint": "People of these groups find, read and join the channel by themselves.",
  "groups.loses": "Whoever joined only by right of a group that you take away is out of the channel.",
} as const);
