import type { moveText } from "../move.ts";
import type { TranslationOf } from "../translations.ts";

export const move: TranslationOf<typeof moveText, "de"> = {
  title: "In einen Thread verschieben",
  to: "In den Thread von",
  along: "Mit verschieben",
  none: "Es gibt keine frühere Nachricht, in deren Thread sie gehen könnte.",
  move: { one: "Verschieben", other: "{count} Nachrichten verschieben" },
};
