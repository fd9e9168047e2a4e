import type { dateText } from "../date.ts";
import type { TranslationOf } from "../translations.ts";

export const date: TranslationOf<typeof dateText, "es"> = {
  jump: "Ir a una fecha",
  day: "Fecha",
  go: "Ir",
};
