import { formats } from "../../../../composer/formats.ts";
import { composerText } from "../../../../text/composer.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import type { Hotkey } from "../../../../ui/hotkey.ts";

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
  const shortcuts: readonly Shortcut[] = [
    { label: t("keys.switcher"), keys: ["mod+k"] },
    { label: t("keys.search"), keys: ["mod+shift+f"] },
    { label: t("keys.searchHere"), keys: ["mod+f"] },
    { label: t("keys.previous"), keys: ["alt+arrowup"] },
    { label: t("keys.next"), keys: ["alt+arrowdown"] },
    { label: t("keys.previousUnread"), keys: ["shift+alt+arrowup"] },
    { label: t("keys.nextUnread"), keys: ["shift+alt+arrowdown"] },
    { label: t("keys.regions"), keys: ["f6"] },
    { label: t("keys.readAll"), keys: ["shift+escape"] },
    { label: t("keys.help"), keys: ["mod+/", "?"] },
  ];
  return { title: t("keys.everywhere"), shortcuts };
}

function onMessage(): ShortcutGroup {
  const shortcuts: readonly Shortcut[] = [
    { label: t("keys.move"), keys: ["arrowdown", "arrowup"] },
    { label: t("keys.reply"), keys: ["r", "t"] },
    { label: t("keys.react"), keys: ["+"] },
    { label: t("keys.edit"), keys: ["e"] },
    { label: t("keys.save"), keys: ["s"] },
    { label: t("keys.copy"), keys: ["c"] },
    { label: t("keys.unread"), keys: ["u"] },
    { label: t("keys.remove"), keys: ["delete"] },
    { label: t("keys.write"), keys: ["escape"] },
  ];
  return { title: t("keys.message"), shortcuts };
}

function whileWriting(enterBreaksLine: boolean): ShortcutGroup {
  const shortcuts: readonly Shortcut[] = [
    { label: t("keys.send"), keys: enterBreaksLine ? ["mod+enter"] : ["enter", "mod+enter"] },
    { label: t("keys.newline"), keys: enterBreaksLine ? ["enter", "shift+enter"] : ["shift+enter"] },
    { label: t("keys.editLast"), keys: ["arrowup"] },
    { label: t("keys.person"), keys: ["@"] },
    { label: t("keys.channel"), keys: ["#"] },
    { label: t("keys.emoji"), keys: [":"] },
  ];
  return { title: t("keys.writing"), shortcuts };
}

function formatting(): ShortcutGroup {
  const shortcuts = formats.map(({ label, hotkey }) => ({
    label: composerText(label),
    keys: [hotkey] as const,
  }));
  return { title: t("keys.formatting"), shortcuts };
}
