import type { dateText } from "../date.ts";
import type { TranslationOf } from "../translations.ts";

export const date: TranslationOf<typeof dateText, "de"> = {
  jump: "Zu einem Datum springen",
  day: "Datum",
  go: "Springen",
};
