import type { providerText } from "../provider.ts";
import type { TranslationOf } from "../translations.ts";

export const provider: TranslationOf<typeof providerText, "fr"> = {
  signIn: "Se connecter avec {name}",

  title: "Fournisseur d’identité",
  description: "Se connecter chez {name} ouvre ton compte, s’il est lié.",
  linkedSince: "Lié {when}",
  notLinkedHint: "Lie ton compte, et tu pourras te connecter chez {name}.",
  link: "Lier le compte",
  remove: "Retirer le lien",
  removeTitle: "Retirer le lien avec {name} ?",
  removeHint: "Se connecter là-bas n’ouvrira plus ton compte.",
  removed: "Lien retiré",
};
