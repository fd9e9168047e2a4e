import type { moveText } from "../move.ts";
import type { TranslationOf } from "../translations.ts";

export const move: TranslationOf<typeof moveText, "fr"> = {
  title: "Déplacer vers un fil",
  to: "Dans le fil de",
  along: "Déplacer aussi",
  none: "Il n’y a pas de message antérieur dont le fil pourrait l’accueillir.",
  move: { one: "Déplacer", many: "Déplacer {count} messages", other: "Déplacer {count} messages" },
};
