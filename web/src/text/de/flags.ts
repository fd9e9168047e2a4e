import type { flagsText } from "../flags.ts";
import type { TranslationOf } from "../translations.ts";

export const flags: TranslationOf<typeof flagsText, "de"> = {
  title: "Schalter",
  lead: "Was Chatter für manche so und für andere anders macht, damit es erst mit wenigen erprobt oder abgeschaltet werden kann.",
  share: "Für wie viele",
  nobody: "Für niemanden",
  everybody: "Für alle",
  some: "Für {share} der Leute",
  on: "Immer für",
  off: "Nie für",
  remove: "{name} entfernen",
  saved: "Gespeichert. Alle Server machen es gleich so.",
  history: "Letzte Entscheidungen",
  historyHint: "Von jedem Schalter stehen hier die letzten zehn; aufbewahrt werden alle.",
  none: "Noch hat niemand entschieden: Es ist, wie diese Version es mitbringt.",
  named: { one: "{count} Person namentlich", other: "{count} Personen namentlich" },
  insideWords: "Im Innern von Wörtern suchen",
  insideWordsHint:
    "Eine Suche, die wenige Nachrichten findet, sucht auch im Innern von Wörtern. Sie findet mehr und kostet die Datenbank mehr.",
};
