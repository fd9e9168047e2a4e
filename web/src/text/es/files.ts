import type { fileText } from "../files.ts";
import type { TranslationOf } from "../translations.ts";

export const files: TranslationOf<typeof fileText, "es"> = {
  tray: "Archivos para enviar",
  progress: "{percent} de {size}",
  waiting: "En espera",
  paused: "En pausa al {percent}",
  failed: "No se subió: {reason}",
  pause: "Pausar {name}",
  resume: "Continuar con {name}",
  retry: "Reintentar {name}",
  remove: "Quitar {name}",
  drop: "Suelta los archivos aquí para enviarlos",
  tooMany: "Un mensaje lleva como máximo {count} archivos.",
  noRoom: "Queda espacio para {size}.",
  tooLarge: "Un archivo puede tener como máximo {size}.",
  noAnswer: "se cortó la conexión",
  show: "Mostrar {name}",
  download: "Descargar {name}",
  gone: "Este archivo ya no existe.",
  previous: "Imagen anterior",
  next: "Imagen siguiente",
  zoomIn: "Ampliar",
  zoomOut: "Reducir",
  position: "{index} de {count}",
};
