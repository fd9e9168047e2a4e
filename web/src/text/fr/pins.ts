import type { pinsText } from "../pins.ts";
import type { TranslationOf } from "../translations.ts";

export const pins: TranslationOf<typeof pinsText, "fr"> = {
  title: "Messages épinglés",
  none: "Rien n’est encore épinglé",
  noneText:
    "Épingle ce que tout le monde doit retrouver : « Plus d’actions » sur un message, puis « Épingler au canal ».",
  open: "Afficher dans le canal",
};
