import type { toolText } from "../message-tools.ts";
import type { TranslationOf } from "../translations.ts";

export const messageTools: TranslationOf<typeof toolText, "fr"> = {
  versions: "Historique des modifications",
  reactWith: "Réagir avec {emoji}",
  reply: "Répondre dans le fil",
  more: "Plus d’actions",
  actions: "Que faire de ce message",
  edit: "Modifier le message",
  remove: "Supprimer le message…",
  forward: "Transférer…",
  move: "Déplacer vers un fil…",
  pin: "Épingler au canal",
  unpin: "Désépingler",
  copyLink: "Copier le lien",
  copyText: "Copier le texte",
  markUnread: "Marquer comme non lu à partir d’ici",
  removeTitle: "Supprimer ce message ?",
  removeText: "Il disparaît aussitôt pour tout le monde, et personne ne peut le récupérer.",
  removeConfirm: "Supprimer",
  saveEdit: "Enregistrer",
  editing: "Modifier le message",
};
