import { formats } from "../../../../composer/formats.ts";
import { composerText } from "../../../../text/composer.ts";
import { type DialogTextKey, dialogText as t } from "../../../../text/en-dialogs.ts";
import type { Hotkey } from "../../../../ui/hotkey.ts";
import {
  appKeys,
  channelKeys,
  listKeys,
  messageKeys,
  regionKeys,
  writingKeys,
} from "../../../../ui/hotkey-table.ts";

/** What a key does. */
export interface Shortcut {
  readonly label: string;
  /** Any of them. */
  readonly keys: readonly [Hotkey, ...Hotkey[]];
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** Every key of the client that does not do what it does everywhere, by where it works. */
export function shortcutGroups({
  enterBreaksLine,
}: {
  readonly enterBreaksLine: boolean;
}): readonly ShortcutGroup[] {
  return [everywhere(), onMessage(), whileWriting(enterBreaksLine), formatting()];
}

function everywhere(): ShortcutGroup {
  const keys = { ...appKeys, ...channelKeys, ...regionKeys };
  return { title: t("keys.everywhere"), shortcuts: shortcutsOf(keys) };
}

function onMessage(): ShortcutGroup {
  return { title: t("keys.message"), shortcuts: shortcutsOf({ ...listKeys, ...messageKeys }) };
}

function whileWriting(enterBreaksLine: boolean): ShortcutGroup {
  const signs = { person: ["@"], channel: ["#"], emoji: [":"] } as const;
  return { title: t("keys.writing"), shortcuts: shortcutsOf({ ...writingKeys(enterBreaksLine), ...signs }) };
}

type Action = DialogTextKey extends infer Key ? (Key extends `keys.${infer Name}` ? Name : never) : never;

/** What keys do, in the order of their table: whoever adds one there is asked for its words here. */
function shortcutsOf<Name extends Action>(
  table: Readonly<Record<Name, Shortcut["keys"]>>,
): readonly Shortcut[] {
  const shortcuts: Shortcut[] = [];
  for (const name in table) {
    const action: Action = name;
    shortcuts.push({ label: t(`keys.${action}`), keys: table[name] });
  }
  return shortcuts;
}

function formatting(): ShortcutGroup {
  const shortcuts = formats.map(({ label, hotkey }) => ({
    label: composerText(label),
    keys: [hotkey] as const,
  }));
  return { title: t("keys.formatting"), shortcuts };
}
