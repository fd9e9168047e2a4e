import type { channelMenuText } from "../channel-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const channelMenu: TranslationOf<typeof channelMenuText, "de"> = {
  markRead: "Als gelesen markieren",
  moveUp: "Nach oben",
  moveDown: "Nach unten",
  copyLink: "Link kopieren",
  leave: "Kanal verlassen …",
  leaveTitle: "{place} verlassen?",
  leaveText: "Du kannst jederzeit wieder beitreten.",
  leaveTextPrivate: "Jemand im Kanal muss dich wieder hinzufügen, bevor du ihn sehen kannst.",
  leaveConfirm: "Verlassen",
  "level.default": "Wie in deinen Einstellungen",
  "level.everything": "Jede Nachricht",
  "level.mentions": "Nur Erwähnungen",
  "level.nothing": "Nichts",
};
