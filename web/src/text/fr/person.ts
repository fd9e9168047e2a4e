import type { personText } from "../person.ts";
import type { TranslationOf } from "../translations.ts";

export const person: TranslationOf<typeof personText, "fr"> = {
  title: "Fonction",
  status: "Statut",
  time: "Heure locale",
  timeThere: "{time}, heure locale",
  write: "Écrire un message",
  edit: "Modifier le profil",
};
