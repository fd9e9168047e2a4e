import type { personText } from "../person.ts";
import type { TranslationOf } from "../translations.ts";

export const person: TranslationOf<typeof personText, "es"> = {
  title: "Cargo",
  status: "Estado",
  time: "Hora local",
  timeThere: "{time} hora local",
  write: "Escribir un mensaje",
  edit: "Editar perfil",
};
