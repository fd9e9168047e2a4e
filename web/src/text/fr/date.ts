import type { dateText } from "../date.ts";
import type { TranslationOf } from "../translations.ts";

export const date: TranslationOf<typeof dateText, "fr"> = {
  jump: "Aller à une date",
  day: "Date",
  go: "Aller",
};
