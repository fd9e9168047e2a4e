import type { fileText } from "../files.ts";
import type { TranslationOf } from "../translations.ts";

export const files: TranslationOf<typeof fileText, "de"> = {
  tray: "Dateien zum Senden",
  progress: "{percent} von {size}",
  waiting: "Wartet",
  paused: "Angehalten bei {percent}",
  failed: "Nicht hochgeladen: {reason}",
  pause: "{name} anhalten",
  resume: "Mit {name} fortfahren",
  retry: "{name} erneut versuchen",
  remove: "{name} entfernen",
  drop: "Dateien hier ablegen, um sie zu senden",
  tooMany: "Mit einer Nachricht gehen höchstens {count} Dateien.",
  noRoom: "Es ist noch Platz für {size}.",
  tooLarge: "Eine Datei darf höchstens {size} haben.",
  noAnswer: "die Verbindung brach ab",
  show: "{name} zeigen",
  download: "{name} herunterladen",
  gone: "Diese Datei gibt es nicht mehr.",
  previous: "Voriges Bild",
  next: "Nächstes Bild",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  position: "{index} von {count}",
};
