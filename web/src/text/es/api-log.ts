import type { apiLogText } from "../api-log.ts";
import type { TranslationOf } from "../translations.ts";

export const apiLog: TranslationOf<typeof apiLogText, "es"> = {
  title: "Registro de la API",
  lead: "Lo que los programas llamaron con claves de API, en nombre de quién y con qué resultado. No se conserva nada del contenido de las llamadas.",
  calls: "Llamadas",
  key: "Clave",
  anyKey: "Todas las claves",
  unknownKey: "Una clave revocada",
  person: "En nombre de",
  anybody: "Cualquiera",
  method: "Método",
  anyMethod: "Todos los métodos",
  since: "Cuándo",
  "since.hour": "En la última hora",
  "since.day": "En el último día",
  "since.week": "En la última semana",
  "since.all": "Todo lo conservado",
  onlyFailures: "Solo lo rechazado o fallido",
  none: "Ninguna llamada",
  noneHint: "Lo que los programas llaman con claves de API aparece aquí uno o dos segundos después.",
  noneSuch: "Ninguna llamada así",
  noneSuchHint: "Nada de lo conservado coincide. Elige menos condiciones.",
  request: "Petición {id}",
  took: "tardó {time}",
  from: "desde {address}",
};
