import type { composerText } from "../composer.ts";
import type { TranslationOf } from "../translations.ts";

export const composer: TranslationOf<typeof composerText, "es"> = {
  send: "Enviar",
  attach: "Adjuntar archivos",
  format: "Formato",
  emoji: "Emoji",
  mention: "Mencionar a alguien",
  bold: "Negrita",
  italic: "Cursiva",
  strike: "Tachado",
  code: "Código",
  codeBlock: "Bloque de código",
  link: "Enlace",
  quote: "Cita",
  bulletList: "Lista con viñetas",
  numberedList: "Lista numerada",
  suggestionList: "Sugerencias",
  suggestions: { one: "{count} sugerencia", many: "{count} sugerencias", other: "{count} sugerencias" },
  tooLong: {
    one: "Sobra {count} carácter",
    many: "Sobran {count} caracteres",
    other: "Sobran {count} caracteres",
  },
  everyoneChannel: "Todos en este canal",
  everyoneHere: "Todos en este canal que estén en línea",
  groupOf: { one: "{count} persona", many: "{count} personas", other: "{count} personas" },
  notInChannel: "no está en este canal",
};
