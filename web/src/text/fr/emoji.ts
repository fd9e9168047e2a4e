import type { emojiText } from "../emoji.ts";
import type { TranslationOf } from "../translations.ts";

export const emoji: TranslationOf<typeof emojiText, "fr"> = {
  search: "Chercher un emoji",
  grid: "Emojis",
  nothingFound: "Aucun emoji pour « {query} »",
  failed: "Les emojis n’ont pas pu être chargés.",
  skinTone: "Couleur de peau",
  noTone: "Aucune",
  recent: "Utilisés récemment",
  found: "Trouvés",
  group0: "Visages et émotions",
  group1: "Personnes et corps",
  group3: "Animaux et nature",
  group4: "Nourriture et boissons",
  group5: "Voyages et lieux",
  group6: "Activités",
  group7: "Objets",
  group8: "Symboles",
  group9: "Drapeaux",
};
