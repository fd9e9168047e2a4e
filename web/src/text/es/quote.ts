import type { quoteText } from "../quote.ts";
import type { TranslationOf } from "../translations.ts";

export const quote: TranslationOf<typeof quoteText, "es"> = {
  forwarded: "Reenviado",
  deleted: "El mensaje original se eliminó.",
  show: "Mostrar mensaje",
  direct: "conversación directa",
  elsewhere: "un lugar que no puedes abrir",
  title: "Reenviar mensaje",
  to: "Reenviar a",
  toHint: "Canal o persona",
  places: "Canales y personas",
  otherTarget: "Elegir otro lugar",
  comment: "Comentario",
  asLink: "Solo un enlace",
  asLinkOn: "Solo quien puede leer el original ve lo que dice.",
  asLinkOff: "Todos allí ven una copia, con su autor y su procedencia.",
  send: "Reenviar",
  sent: "Reenviado a {place}",
  open: "Abrir",
};
