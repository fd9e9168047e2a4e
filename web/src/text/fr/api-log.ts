import type { apiLogText } from "../api-log.ts";
import type { TranslationOf } from "../translations.ts";

export const apiLog: TranslationOf<typeof apiLogText, "fr"> = {
  title: "Journal de l’API",
  lead: "Ce que des programmes ont appelé avec des clés d’API, au nom de qui et avec quel résultat. Rien du contenu des appels n’est conservé.",
  calls: "Appels",
  key: "Clé",
  anyKey: "Toutes les clés",
  unknownKey: "Une clé révoquée",
  person: "Au nom de",
  anybody: "N’importe qui",
  method: "Méthode",
  anyMethod: "Toutes les méthodes",
  since: "Quand",
  "since.hour": "Dans la dernière heure",
  "since.day": "Dans le dernier jour",
  "since.week": "Dans la dernière semaine",
  "since.all": "Tout ce qui est conservé",
  onlyFailures: "Seulement ce qui a été refusé ou a échoué",
  none: "Aucun appel",
  noneHint:
    "Ce que des programmes appellent avec des clés d’API s’affiche ici une ou deux secondes plus tard.",
  noneSuch: "Aucun appel de ce genre",
  noneSuchHint: "Rien de ce qui est conservé ne correspond. Choisis moins de conditions.",
  request: "Requête {id}",
  took: "a duré {time}",
  from: "depuis {address}",
};
