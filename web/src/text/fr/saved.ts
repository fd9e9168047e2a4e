import type { savedText } from "../saved.ts";
import type { TranslationOf } from "../translations.ts";

export const saved: TranslationOf<typeof savedText, "fr"> = {
  title: "Gardés",
  save: "Garder pour plus tard",
  unsave: "Ne plus garder",
  saved: "Gardé pour plus tard",
  lists: "Quels messages gardés",
  "in.saved": "En cours",
  "in.done": "Terminés",
  done: "Marquer comme terminé",
  again: "Remettre en cours",
  remove: "Ne plus garder",
  savedAt: "gardé {when}",
  loading: "Chargement de ce que tu as gardé",
  failed: "Ce que tu as gardé n’a pas pu être chargé",
  retry: "Réessayer",
  more: "Afficher plus",
  "none.saved": "Rien n’attend",
  "none.done": "Rien n’est encore terminé",
  "noneText.saved":
    "Pointe un message et choisis « Garder pour plus tard », ou appuie sur S. Toi seul vois ce que tu gardes.",
  "noneText.done": "Ce que tu marques comme terminé arrive ici.",
  deleted: "Ce message a été supprimé.",
};
