import type { switcherText } from "../switcher.ts";
import type { TranslationOf } from "../translations.ts";

export const switcher: TranslationOf<typeof switcherText, "es"> = {
  title: "Ir a…",
  placeholder: "Canales, personas, acciones…",
  found: "Encontrado",
  searchFor: "Buscar mensajes con «{query}»",
  toMove: "para moverte",
  toOpen: "para abrir",
  toClose: "para cerrar",
  action: "Acción",
  person: "Persona",
  archived: "archivado",
  results: { one: "{count} resultado", many: "{count} resultados", other: "{count} resultados" },
  light: "Cambiar al tema claro",
  dark: "Cambiar al tema oscuro",
};
