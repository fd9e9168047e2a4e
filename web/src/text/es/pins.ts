import type { pinsText } from "../pins.ts";
import type { TranslationOf } from "../translations.ts";

export const pins: TranslationOf<typeof pinsText, "es"> = {
  title: "Mensajes fijados",
  none: "Aún no hay nada fijado",
  noneText:
    "Fija lo que todos deban volver a encontrar: «Más acciones» en un mensaje y después «Fijar en el canal».",
  open: "Mostrar en el canal",
};
