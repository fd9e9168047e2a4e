import type { savedText } from "../saved.ts";
import type { TranslationOf } from "../translations.ts";

export const saved: TranslationOf<typeof savedText, "de"> = {
  title: "Gemerkt",
  save: "Für später merken",
  unsave: "Nicht mehr merken",
  saved: "Für später gemerkt",
  lists: "Welche gemerkten Nachrichten",
  "in.saved": "Offen",
  "in.done": "Erledigt",
  done: "Als erledigt markieren",
  again: "Wieder offen",
  remove: "Nicht mehr merken",
  savedAt: "gemerkt {when}",
  loading: "Gemerktes wird geladen",
  failed: "Gemerktes konnte nicht geladen werden",
  retry: "Erneut versuchen",
  more: "Mehr anzeigen",
  "none.saved": "Nichts wartet",
  "none.done": "Noch ist nichts erledigt",
  "noneText.saved":
    "Zeig auf eine Nachricht und wähle „Für später merken“, oder drücke S auf ihr. Nur du siehst, was du dir merkst.",
  "noneText.done": "Was du als erledigt markierst, kommt hierher.",
  deleted: "Diese Nachricht wurde gelöscht.",
};
