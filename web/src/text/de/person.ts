import type { personText } from "../person.ts";
import type { TranslationOf } from "../translations.ts";

export const person: TranslationOf<typeof personText, "de"> = {
  title: "Funktion",
  status: "Status",
  time: "Ortszeit",
  timeThere: "{time} Ortszeit",
  write: "Nachricht schreiben",
  edit: "Profil bearbeiten",
};
