import type { channelMenuText } from "../channel-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const channelMenu: TranslationOf<typeof channelMenuText, "fr"> = {
  markRead: "Marquer comme lu",
  moveUp: "Monter",
  moveDown: "Descendre",
  copyLink: "Copier le lien",
  leave: "Quitter le canal…",
  leaveTitle: "Quitter {place} ?",
  leaveText: "Tu peux revenir quand tu veux.",
  leaveTextPrivate: "Quelqu’un du canal devra t’ajouter à nouveau pour que tu puisses le voir.",
  leaveConfirm: "Quitter",
  "level.default": "Comme dans tes préférences",
  "level.everything": "Tous les messages",
  "level.mentions": "Seulement les mentions",
  "level.nothing": "Rien",
};
