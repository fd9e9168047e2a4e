import { type PlainKey, textsOf } from "./part.ts";

const english = {
  send: "Send",
  attach: "Attach files",
  format: "Formatting",
  emoji: "Emoji",
  mention: "Mention somebody",
  bold: "Bold",
  italic: "Italic",
  strike: "Strikethrough",
  code: "Code",
  codeBlock: "Code block",
  link: "Link",
  quote: "Quote",
  bulletList: "Bulleted list",
  numberedList: "Numbered list",
  suggestionList: "Suggestions",
  suggestions: { one: "{count} suggestion", other: "{count} suggestions" },
  tooLong: { one: "{count} character too long", other: "{count} characters too long" },
  everyoneChannel: "Everybody in this channel",
  everyoneHere: "Everybody in this channel who is online",
  groupOf: { one: "{count} person", other: "{count} people" },
  notInChannel: "not in this channel",
} as const;

/** What people read where they write. */
export const composerText = textsOf("composer", english);

/** The key of a text that needs no values. */
export type ComposerTextKey = PlainKey<typeof english>;
