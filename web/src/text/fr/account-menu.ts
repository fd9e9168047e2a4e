import type { accountMenuText } from "../account-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const accountMenu: TranslationOf<typeof accountMenuText, "fr"> = {
  setStatus: "Définir un statut",
  profile: "Profil",
  preferences: "Préférences",
  people: "Personnes",
  invite: "Inviter des personnes",
  shortcuts: "Raccourcis clavier",
  signOut: "Se déconnecter",
  turnOff: "Désactiver « Ne pas déranger »",
  "quiet.30m": "Pendant 30 minutes",
  "quiet.1h": "Pendant 1 heure",
  "quiet.tomorrow": "Jusqu’à demain",
  "quiet.always": "Jusqu’à ce que je le désactive",
};
