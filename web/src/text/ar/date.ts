import type { dateText } from "../date.ts";
import type { TranslationOf } from "../translations.ts";

export const date: TranslationOf<typeof dateText, "ar"> = {
  jump: "الانتقال إلى تاريخ",
  day: "التاريخ",
  go: "انتقال",
};
