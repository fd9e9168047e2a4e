import type { quoteText } from "../quote.ts";
import type { TranslationOf } from "../translations.ts";

export const quote: TranslationOf<typeof quoteText, "de"> = {
  forwarded: "Weitergeleitet",
  deleted: "Die ursprüngliche Nachricht wurde gelöscht.",
  show: "Nachricht zeigen",
  direct: "direktes Gespräch",
  elsewhere: "ein Ort, den du nicht öffnen kannst",
  title: "Nachricht weiterleiten",
  to: "Weiterleiten an",
  toHint: "Kanal oder Person",
  places: "Kanäle und Personen",
  otherTarget: "Anderen Ort wählen",
  comment: "Kommentar",
  asLink: "Nur ein Link",
  asLinkOn: "Nur wer das Original lesen darf, sieht, was darin steht.",
  asLinkOff: "Alle dort sehen eine Kopie, mit Verfasser und Herkunft.",
  send: "Weiterleiten",
  sent: "An {place} weitergeleitet",
  open: "Öffnen",
};
