import type { threadText } from "../thread.ts";
import type { TranslationOf } from "../translations.ts";

export const thread: TranslationOf<typeof threadText, "de"> = {
  close: "Thread schließen",
  messages: "Nachrichten im Thread",
  loading: "Thread wird geladen",
  gone: "Diesen Thread gibt es nicht mehr",
  goneText: "Seine erste Nachricht wurde gelöscht, oder du darfst sie nicht sehen.",
  reply: "Antworten …",
  send: "Antworten",
  alsoInChannel: "Auch in {place} senden",
};
