import type { dateText } from "../date.ts";
import type { TranslationOf } from "../translations.ts";

export const date: TranslationOf<typeof dateText, "ja"> = {
  jump: "日付に移動",
  day: "日付",
  go: "移動",
};
