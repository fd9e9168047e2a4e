import type { TranslationOf } from "../translations.ts";
import type { welcomeText } from "../welcome.ts";

export const welcome: TranslationOf<typeof welcomeText, "de"> = {
  title: "Willkommen bei {org}",
  text: "Hier treffen sich alle. So fängst du gut an:",
  invite: "Leute einladen",
  inviteText: "mit einem Link, der eine Woche gilt",
  picture: "Bild hochladen",
  pictureText: "damit andere sehen, wer schreibt",
  switcher: "Probier {keys}",
  search: "Probier die Suche",
  switcherText: "sie führt zu jedem Kanal und jeder Person",
  dismiss: "Verstanden",
};
