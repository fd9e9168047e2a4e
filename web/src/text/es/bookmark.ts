import type { bookmarkText } from "../bookmark.ts";
import type { TranslationOf } from "../translations.ts";

export const bookmark: TranslationOf<typeof bookmarkText, "es"> = {
  title: "Marcador",
  in: "Marcador en {place}",
  bar: "Marcadores",
  add: "Añadir marcador",
  edit: "Editar marcador",
  earlier: "Mover antes",
  later: "Mover después",
  remove: "Quitar marcador",
  more: "Qué hacer con {title}",
  save: "Guardar",
  url: "Dirección",
  urlHint: "Una página, o un mensaje por su enlace.",
  urlWrong: "Escribe una dirección que empiece por http:// o https://.",
  name: "Título",
  titleMissing: "Escribe un título.",
  emoji: "Símbolo (emoji)",
  "groups.title": "Abierto a grupos",
  "groups.hint": "Las personas de estos grupos encuentran, leen y se unen al canal por sí mismas.",
  "groups.loses": "Quien se unió solo por un grupo que quitas queda fuera del canal.",
};
