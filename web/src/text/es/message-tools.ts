import type { toolText } from "../message-tools.ts";
import type { TranslationOf } from "../translations.ts";

export const messageTools: TranslationOf<typeof toolText, "es"> = {
  versions: "Historial de ediciones",
  reactWith: "Reaccionar con {emoji}",
  reply: "Responder en el hilo",
  more: "Más acciones",
  actions: "Qué hacer con este mensaje",
  edit: "Editar mensaje",
  remove: "Eliminar mensaje…",
  forward: "Reenviar…",
  move: "Mover a un hilo…",
  pin: "Fijar en el canal",
  unpin: "Dejar de fijar",
  copyLink: "Copiar enlace",
  copyText: "Copiar texto",
  markUnread: "Marcar como no leído desde aquí",
  removeTitle: "¿Eliminar este mensaje?",
  removeText: "Desaparece para todos al instante y nadie puede recuperarlo.",
  removeConfirm: "Eliminar",
  saveEdit: "Guardar",
  editing: "Editar mensaje",
};
