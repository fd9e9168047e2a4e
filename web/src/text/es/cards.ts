import type { cardText } from "../cards.ts";
import type { TranslationOf } from "../translations.ts";

export const cards: TranslationOf<typeof cardText, "es"> = {
  "preview.list": "Vistas previas de enlaces",
  "preview.remove": "Quitar la vista previa de {title}",
  "poll.options": "Opciones",
  "poll.withdraw": "Retirar el voto",
  "poll.showVoters": "Mostrar quién votó",
  "poll.hideVoters": "Ocultar quién votó",
  "poll.close": "Cerrar la encuesta",
  "poll.closed": "Cerrada",
  "poll.closes": "Se cierra {when}",
  "poll.multiple": "Se pueden elegir varias",
  "poll.anonymous": "Anónima",
  "poll.newOption": "Otra opción",
  "poll.add": "Añadir",
  "poll.start": "Iniciar una encuesta",
  "poll.question": "Pregunta",
  "poll.option": "Opción {number}",
  "poll.closesAt": "Se cierra el (opcional)",
  "poll.post": "Publicar la encuesta",
  "poll.allowMultiple": "Se pueden elegir varias opciones",
  "poll.allowAnonymous": "Anónima",
  "poll.anonymousHint": "Nadie sabrá quién votó qué, tampoco tú.",
  "poll.allowOpen": "Otras personas pueden añadir opciones",
  "poll.votes": { one: "{count} voto", many: "{count} votos", other: "{count} votos" },
  "poll.voters": {
    one: "Ha votado {count} persona",
    many: "Han votado {count} personas",
    other: "Han votado {count} personas",
  },
};
