import type { savedText } from "../saved.ts";
import type { TranslationOf } from "../translations.ts";

export const saved: TranslationOf<typeof savedText, "es"> = {
  title: "Guardados",
  save: "Guardar para después",
  unsave: "Quitar de guardados",
  saved: "Guardado para después",
  lists: "Qué mensajes guardados",
  "in.saved": "Pendientes",
  "in.done": "Hechos",
  done: "Marcar como hecho",
  again: "Volver a pendientes",
  remove: "Quitar de guardados",
  savedAt: "guardado {when}",
  loading: "Cargando lo que guardaste",
  failed: "No se pudo cargar lo que guardaste",
  retry: "Reintentar",
  more: "Mostrar más",
  "none.saved": "No hay nada pendiente",
  "none.done": "Aún no hay nada hecho",
  "noneText.saved":
    "Señala un mensaje y elige «Guardar para después», o pulsa S sobre él. Solo tú ves lo que guardas.",
  "noneText.done": "Lo que marques como hecho viene aquí.",
  deleted: "Este mensaje se eliminó.",
};
