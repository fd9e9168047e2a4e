import type { pinsText } from "../pins.ts";
import type { TranslationOf } from "../translations.ts";

export const pins: TranslationOf<typeof pinsText, "de"> = {
  title: "Angeheftete Nachrichten",
  none: "Noch ist nichts angeheftet",
  noneText:
    "Hefte an, was alle wiederfinden sollen: „Weitere Aktionen“ an einer Nachricht, dann „Im Kanal anheften“.",
  open: "Im Kanal zeigen",
};
