import type { moveText } from "../move.ts";
import type { TranslationOf } from "../translations.ts";

export const move: TranslationOf<typeof moveText, "es"> = {
  title: "Mover a un hilo",
  to: "Al hilo de",
  along: "Mover también",
  none: "No hay ningún mensaje anterior a cuyo hilo pueda ir.",
  move: { one: "Mover", many: "Mover {count} mensajes", other: "Mover {count} mensajes" },
};
