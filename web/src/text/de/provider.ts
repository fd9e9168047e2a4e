import type { providerText } from "../provider.ts";
import type { TranslationOf } from "../translations.ts";

export const provider: TranslationOf<typeof providerText, "de"> = {
  signIn: "Mit {name} anmelden",

  title: "Identitätsanbieter",
  description: "Eine Anmeldung bei {name} öffnet dein Konto, wenn es verknüpft ist.",
  linkedSince: "Verknüpft {when}",
  notLinkedHint: "Verknüpfe dein Konto, dann kannst du dich bei {name} anmelden.",
  link: "Konto verknüpfen",
  remove: "Verknüpfung entfernen",
  removeTitle: "Verknüpfung mit {name} entfernen?",
  removeHint: "Eine Anmeldung dort öffnet dein Konto dann nicht mehr.",
  removed: "Verknüpfung entfernt",
};
