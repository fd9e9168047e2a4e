import type { bookmarkText } from "../bookmark.ts";
import type { TranslationOf } from "../translations.ts";

export const bookmark: TranslationOf<typeof bookmarkText, "fr"> = {
  title: "Signet",
  in: "Signet dans {place}",
  bar: "Signets",
  add: "Ajouter un signet",
  edit: "Modifier le signet",
  earlier: "Déplacer avant",
  later: "Déplacer après",
  remove: "Retirer le signet",
  more: "Que faire de {title}",
  save: "Enregistrer",
  url: "Adresse",
  urlHint: "Une page, ou un message par son lien.",
  urlWrong: "Saisis une adresse qui commence par http:// ou https://.",
  name: "Titre",
  titleMissing: "Saisis un titre.",
  emoji: "Émoji",
  "groups.title": "Ouvert à des groupes",
  "groups.hint": "Les personnes de ces groupes trouvent, lisent et rejoignent le canal elles-mêmes.",
  "groups.loses": "Ceux qui ne sont là que par un groupe que tu retires quittent le canal.",
};
