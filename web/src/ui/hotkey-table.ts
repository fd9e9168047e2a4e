import { type Hotkey, hotkeyOf, type KeyPress } from "./hotkey.ts";

/** By what they do, the keys that do it, any of them; the first is the one that menus name. */
export type HotkeyTable = Readonly<Record<string, readonly [Hotkey, ...Hotkey[]]>>;

/*
 * Every key of the client that does not do what it does everywhere, but for those of the formats, which stand in
 * `composer/formats.ts`. Handlers, menus and the page of shortcuts read them here.
 */

export const appKeys = {
  switcher: ["mod+k"],
  search: ["mod+shift+f"],
  searchHere: ["mod+f"],
  settings: ["mod+,"],
  readAll: ["shift+escape"],
  help: ["mod+/", "?"],
} as const satisfies HotkeyTable;

export const channelKeys = {
  previous: ["alt+arrowup"],
  next: ["alt+arrowdown"],
  previousUnread: ["shift+alt+arrowup"],
  nextUnread: ["shift+alt+arrowdown"],
} as const satisfies HotkeyTable;

export const regionKeys = {
  regions: ["f6"],
  regionsBack: ["shift+f6"],
} as const satisfies HotkeyTable;

/** In a list of messages. */
export const listKeys = {
  nextMessage: ["arrowdown"],
  previousMessage: ["arrowup"],
} as const satisfies HotkeyTable;

export const messageKeys = {
  reply: ["t", "r"],
  react: ["+"],
  edit: ["e"],
  save: ["s"],
  pin: ["p"],
  copy: ["c"],
  unread: ["u"],
  remove: ["delete", "backspace"],
  write: ["escape"],
} as const satisfies HotkeyTable;

/** While writing, where Enter does what the person has chosen. */
export function writingKeys(enterBreaksLine: boolean) {
  return {
    send: enterBreaksLine ? ["mod+enter"] : ["enter", "mod+enter"],
    newline: enterBreaksLine ? ["enter", "shift+enter"] : ["shift+enter"],
    editLast: ["arrowup"],
  } as const satisfies HotkeyTable;
}

/** What a key press does by this table. */
export function actionOf<Table extends HotkeyTable>(
  table: Table,
  event: KeyPress,
): Extract<keyof Table, string> | undefined {
  const hotkey = hotkeyOf(event);
  for (const action in table) {
    if (table[action]?.includes(hotkey)) return action;
  }
  return undefined;
}
