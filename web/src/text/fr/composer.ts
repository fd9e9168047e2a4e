import type { composerText } from "../composer.ts";
import type { TranslationOf } from "../translations.ts";

export const composer: TranslationOf<typeof composerText, "fr"> = {
  send: "Envoyer",
  attach: "Joindre des fichiers",
  format: "Mise en forme",
  emoji: "Emoji",
  mention: "Mentionner quelqu’un",
  bold: "Gras",
  italic: "Italique",
  strike: "Barré",
  code: "Code",
  codeBlock: "Bloc de code",
  link: "Lien",
  quote: "Citation",
  bulletList: "Liste à puces",
  numberedList: "Liste numérotée",
  suggestionList: "Suggestions",
  suggestions: { one: "{count} suggestion", many: "{count} suggestions", other: "{count} suggestions" },
  tooLong: {
    one: "{count} caractère de trop",
    many: "{count} caractères de trop",
    other: "{count} caractères de trop",
  },
  everyoneChannel: "Tout le monde dans ce canal",
  everyoneHere: "Tout le monde en ligne dans ce canal",
  groupOf: { one: "{count} personne", many: "{count} personnes", other: "{count} personnes" },
  notInChannel: "pas dans ce canal",
};
