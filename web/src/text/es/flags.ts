import type { flagsText } from "../flags.ts";
import type { TranslationOf } from "../translations.ts";

export const flags: TranslationOf<typeof flagsText, "es"> = {
  title: "Interruptores",
  lead: "Lo que Chatter hace de una manera para unas personas y de otra para las demás, para poder probarlo primero con pocas o desactivarlo.",
  share: "Para cuántas personas",
  nobody: "Para nadie",
  everybody: "Para todo el mundo",
  some: "Para el {share} de las personas",
  on: "Siempre para",
  off: "Nunca para",
  remove: "Quitar a {name}",
  saved: "Guardado. Todos los servidores lo harán así en un momento.",
  history: "Últimas decisiones",
  historyHint: "De cada interruptor se muestran las diez últimas; se guardan todas.",
  none: "Nadie ha decidido todavía: está como lo trae esta versión.",
  named: {
    one: "{count} persona por su nombre",
    many: "{count} de personas por su nombre",
    other: "{count} personas por su nombre",
  },
  insideWords: "Buscar dentro de las palabras",
  insideWordsHint:
    "Una búsqueda que encuentra pocos mensajes busca también dentro de las palabras. Encuentra más y le cuesta más a la base de datos.",
};
