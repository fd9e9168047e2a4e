import type { toolText } from "../message-tools.ts";
import type { TranslationOf } from "../translations.ts";

export const messageTools: TranslationOf<typeof toolText, "de"> = {
  versions: "Bearbeitungsverlauf",
  reactWith: "Mit {emoji} reagieren",
  reply: "Im Thread antworten",
  more: "Weitere Aktionen",
  actions: "Was mit dieser Nachricht geschehen soll",
  edit: "Nachricht bearbeiten",
  remove: "Nachricht löschen …",
  forward: "Weiterleiten …",
  move: "In einen Thread verschieben …",
  pin: "Im Kanal anheften",
  unpin: "Loslösen",
  copyLink: "Link kopieren",
  copyText: "Text kopieren",
  markUnread: "Ab hier als ungelesen markieren",
  removeTitle: "Diese Nachricht löschen?",
  removeText: "Sie verschwindet sofort für alle, und niemand kann sie zurückholen.",
  removeConfirm: "Löschen",
  saveEdit: "Speichern",
  editing: "Nachricht bearbeiten",
};
