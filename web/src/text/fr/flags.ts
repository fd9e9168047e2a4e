import type { flagsText } from "../flags.ts";
import type { TranslationOf } from "../translations.ts";

export const flags: TranslationOf<typeof flagsText, "fr"> = {
  title: "Interrupteurs",
  lead: "Ce que Chatter fait d’une façon pour certains et d’une autre pour les autres, afin de l’essayer d’abord avec peu de monde ou de le désactiver.",
  share: "Pour combien de personnes",
  nobody: "Pour personne",
  everybody: "Pour tout le monde",
  some: "Pour {share} des personnes",
  on: "Toujours pour",
  off: "Jamais pour",
  remove: "Retirer {name}",
  saved: "Enregistré. Tous les serveurs feront ainsi dans un instant.",
  history: "Dernières décisions",
  historyHint: "Les dix dernières de chaque interrupteur sont affichées ; toutes sont conservées.",
  none: "Personne n’a encore décidé : c’est comme cette version l’apporte.",
  named: {
    one: "{count} personne nommée",
    many: "{count} de personnes nommées",
    other: "{count} personnes nommées",
  },
  insideWords: "Chercher à l’intérieur des mots",
  insideWordsHint:
    "Une recherche qui trouve peu de messages cherche aussi à l’intérieur des mots. Elle en trouve plus et coûte plus à la base de données.",
};
