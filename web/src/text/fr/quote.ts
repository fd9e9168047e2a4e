import type { quoteText } from "../quote.ts";
import type { TranslationOf } from "../translations.ts";

export const quote: TranslationOf<typeof quoteText, "fr"> = {
  forwarded: "Transféré",
  deleted: "Le message d’origine a été supprimé.",
  show: "Afficher le message",
  direct: "conversation directe",
  elsewhere: "un endroit que tu ne peux pas ouvrir",
  title: "Transférer le message",
  to: "Transférer à",
  toHint: "Canal ou personne",
  places: "Canaux et personnes",
  otherTarget: "Choisir un autre endroit",
  comment: "Commentaire",
  asLink: "Seulement un lien",
  asLinkOn: "Seuls ceux qui peuvent lire l’original voient ce qu’il dit.",
  asLinkOff: "Tout le monde y voit une copie, avec son auteur et sa provenance.",
  send: "Transférer",
  sent: "Transféré à {place}",
  open: "Ouvrir",
};
