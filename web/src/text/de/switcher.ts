import type { switcherText } from "../switcher.ts";
import type { TranslationOf } from "../translations.ts";

export const switcher: TranslationOf<typeof switcherText, "de"> = {
  title: "Springen zu …",
  placeholder: "Kanäle, Leute, Aktionen …",
  found: "Gefunden",
  searchFor: "Nachrichten nach „{query}“ durchsuchen",
  toMove: "zum Bewegen",
  toOpen: "zum Öffnen",
  toClose: "zum Schließen",
  action: "Aktion",
  person: "Person",
  archived: "archiviert",
  results: { one: "{count} Ergebnis", other: "{count} Ergebnisse" },
  light: "Zum hellen Design wechseln",
  dark: "Zum dunklen Design wechseln",
};
