import type { channelMenuText } from "../channel-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const channelMenu: TranslationOf<typeof channelMenuText, "es"> = {
  markRead: "Marcar como leído",
  moveUp: "Subir",
  moveDown: "Bajar",
  copyLink: "Copiar enlace",
  leave: "Salir del canal…",
  leaveTitle: "¿Salir de {place}?",
  leaveText: "Puedes volver a unirte cuando quieras.",
  leaveTextPrivate: "Alguien del canal tendrá que volver a añadirte para que puedas verlo.",
  leaveConfirm: "Salir",
  "level.default": "Como en tus preferencias",
  "level.everything": "Todos los mensajes",
  "level.mentions": "Solo menciones",
  "level.nothing": "Nada",
};
