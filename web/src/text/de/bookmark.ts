import type { bookmarkText } from "../bookmark.ts";
import type { TranslationOf } from "../translations.ts";

export const bookmark: TranslationOf<typeof bookmarkText, "de"> = {
  title: "Lesezeichen",
  in: "Lesezeichen in {place}",
  bar: "Lesezeichen des Kanals",
  add: "Lesezeichen hinzufügen",
  edit: "Lesezeichen bearbeiten",
  earlier: "Weiter nach vorn",
  later: "Weiter nach hinten",
  remove: "Lesezeichen entfernen",
  more: "Was mit {title} geschehen soll",
  save: "Speichern",
  url: "Adresse",
  urlHint: "Eine Seite, oder eine Nachricht über ihren Link.",
  urlWrong: "Gib eine Adresse ein, die mit http:// oder https:// beginnt.",
  name: "Titel",
  titleMissing: "Gib einen Titel ein.",
  emoji: "Emoji-Zeichen",
  "groups.title": "Offen für Gruppen",
  "groups.hint": "Wer zu diesen Gruppen gehört, findet, liest und betritt den Kanal von selbst.",
  "groups.loses": "Wer nur durch eine Gruppe beigetreten ist, die du wegnimmst, ist nicht mehr im Kanal.",
};
