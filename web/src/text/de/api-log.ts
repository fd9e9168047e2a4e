import type { apiLogText } from "../api-log.ts";
import type { TranslationOf } from "../translations.ts";

export const apiLog: TranslationOf<typeof apiLogText, "de"> = {
  title: "API-Protokoll",
  lead: "Was Programme mit API-Schlüsseln aufgerufen haben, in wessen Namen und mit welchem Ergebnis. Vom Inhalt der Aufrufe wird nichts aufbewahrt.",
  calls: "Aufrufe",
  key: "Schlüssel",
  anyKey: "Alle Schlüssel",
  unknownKey: "Ein widerrufener Schlüssel",
  person: "In wessen Namen",
  anybody: "Alle",
  method: "Methode",
  anyMethod: "Alle Methoden",
  since: "Wann",
  "since.hour": "In der letzten Stunde",
  "since.day": "Am letzten Tag",
  "since.week": "In der letzten Woche",
  "since.all": "So lange wie aufbewahrt",
  onlyFailures: "Nur, was abgelehnt wurde oder scheiterte",
  none: "Keine Aufrufe",
  noneHint: "Was Programme mit API-Schlüsseln aufrufen, steht ein, zwei Sekunden später hier.",
  noneSuch: "Keine solchen Aufrufe",
  noneSuchHint: "Nichts Aufbewahrtes passt dazu. Wähle weniger aus.",
  request: "Anfrage {id}",
  took: "dauerte {time}",
  from: "von {address}",
};
