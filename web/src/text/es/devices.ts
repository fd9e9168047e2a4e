import type { devicesText } from "../devices.ts";
import type { TranslationOf } from "../translations.ts";

export const devices: TranslationOf<typeof devicesText, "es"> = {
  title: "En tus dispositivos",
  description:
    "Estos navegadores te avisan de las novedades cuando Chatter está cerrado en ellos. Solo ellos pueden leer lo que reciben.",
  none: "Ningún dispositivo te avisa todavía.",
  add: "Avisarme en este dispositivo",
  denied:
    "Este navegador no debe mostrar notificaciones de Chatter. Puedes permitirlas en sus ajustes para esta página.",
  impossible:
    "Este navegador no puede mostrar notificaciones con Chatter cerrado: hace falta una dirección con https y ninguna ventana privada.",
  unknown: "Dispositivo desconocido",
  test: "Probar",
  testThis: "Probar {device}",
  tested: "Enviada. Debería aparecer ahora en ese dispositivo.",
  remove: "Quitar",
  removeThis: "No avisar más en {device}",
  added: "Añadido {when}",
  told: "Último aviso {when}",
};
