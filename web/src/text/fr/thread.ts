import type { threadText } from "../thread.ts";
import type { TranslationOf } from "../translations.ts";

export const thread: TranslationOf<typeof threadText, "fr"> = {
  close: "Fermer le fil",
  messages: "Messages du fil",
  loading: "Chargement du fil",
  gone: "Ce fil n’est plus là",
  goneText: "Son premier message a été supprimé, ou tu ne peux pas le voir.",
  reply: "Répondre…",
  send: "Répondre",
  alsoInChannel: "Envoyer aussi dans {place}",
};
