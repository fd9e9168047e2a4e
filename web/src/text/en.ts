/** Every text that people read, in English. `{name}` is filled in; a text with a count has plural forms. */
export const en = {
  "ui.close": "Close",
  "ui.cancel": "Cancel",
  "ui.dismiss": "Dismiss",
  "ui.notifications": "Notifications",
  "ui.copy": "Copy",
  "ui.copied": "Copied",
  "ui.optional": "Optional",
} as const;
