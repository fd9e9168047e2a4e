import type { noticeText } from "../notices.ts";
import type { TranslationOf } from "../translations.ts";

export const notices: TranslationOf<typeof noticeText, "es"> = {
  thread: "Hilo en #{channel}",
  threadWith: "Hilo con {author}",
  reminder: "Recordatorio",
  announcement: "Anuncio",
  invited: "{author} te ha añadido a este canal",
  said: "{author}: {text}",
  something: "Mensaje nuevo",
  earlier: { one: "{count} anterior", many: "{count} anteriores", other: "{count} anteriores" },
  test: "Las notificaciones funcionan",
  testText: "Así te cuenta Chatter las novedades en este dispositivo.",
};
