import type { fileText } from "../files.ts";
import type { TranslationOf } from "../translations.ts";

export const files: TranslationOf<typeof fileText, "fr"> = {
  tray: "Fichiers à envoyer",
  progress: "{percent} sur {size}",
  waiting: "En attente",
  paused: "En pause à {percent}",
  failed: "Non envoyé : {reason}",
  pause: "Mettre {name} en pause",
  resume: "Reprendre {name}",
  retry: "Réessayer {name}",
  remove: "Retirer {name}",
  drop: "Dépose les fichiers ici pour les envoyer",
  tooMany: "Un message porte au plus {count} fichiers.",
  noRoom: "Il reste de la place pour {size}.",
  tooLarge: "Un fichier peut avoir au plus {size}.",
  noAnswer: "la connexion a été coupée",
  show: "Afficher {name}",
  download: "Télécharger {name}",
  gone: "Ce fichier n’existe plus.",
  previous: "Image précédente",
  next: "Image suivante",
  zoomIn: "Agrandir",
  zoomOut: "Réduire",
  position: "{index} sur {count}",
};
