import type { threadText } from "../thread.ts";
import type { TranslationOf } from "../translations.ts";

export const thread: TranslationOf<typeof threadText, "es"> = {
  close: "Cerrar hilo",
  messages: "Mensajes del hilo",
  loading: "Cargando el hilo",
  gone: "Este hilo ya no está",
  goneText: "Su primer mensaje se eliminó, o no puedes verlo.",
  reply: "Responder…",
  send: "Responder",
  alsoInChannel: "Enviar también a {place}",
};
