import type { composerText } from "../composer.ts";
import type { TranslationOf } from "../translations.ts";

export const composer: TranslationOf<typeof composerText, "de"> = {
  send: "Senden",
  attach: "Dateien anhängen",
  format: "Formatierung",
  emoji: "Emoji",
  mention: "Jemanden erwähnen",
  bold: "Fett",
  italic: "Kursiv",
  strike: "Durchgestrichen",
  code: "Code",
  codeBlock: "Codeblock",
  link: "Link",
  quote: "Zitat",
  bulletList: "Aufzählung",
  numberedList: "Nummerierte Liste",
  suggestionList: "Vorschläge",
  suggestions: { one: "{count} Vorschlag", other: "{count} Vorschläge" },
  tooLong: { one: "{count} Zeichen zu lang", other: "{count} Zeichen zu lang" },
  everyoneChannel: "Alle in diesem Kanal",
  everyoneHere: "Alle in diesem Kanal, die online sind",
  groupOf: { one: "{count} Person", other: "{count} Personen" },
  notInChannel: "nicht in diesem Kanal",
};
