import type { noticeText } from "../notices.ts";
import type { TranslationOf } from "../translations.ts";

export const notices: TranslationOf<typeof noticeText, "fr"> = {
  thread: "Fil dans #{channel}",
  threadWith: "Fil avec {author}",
  reminder: "Rappel",
  announcement: "Annonce",
  invited: "{author} t’a ajouté à ce canal",
  said: "{author} : {text}",
  something: "Nouveau message",
  earlier: { one: "{count} plus ancien", many: "{count} plus anciens", other: "{count} plus anciens" },
  test: "Les notifications fonctionnent",
  testText: "Voici comment Chatter te signale les nouveautés sur cet appareil.",
};
