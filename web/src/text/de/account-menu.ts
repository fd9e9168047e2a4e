import type { accountMenuText } from "../account-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const accountMenu: TranslationOf<typeof accountMenuText, "de"> = {
  setStatus: "Status setzen",
  profile: "Profil",
  preferences: "Einstellungen",
  people: "Leute",
  invite: "Leute einladen",
  shortcuts: "Tastenkürzel",
  signOut: "Abmelden",
  turnOff: "„Nicht stören“ ausschalten",
  "quiet.30m": "Für 30 Minuten",
  "quiet.1h": "Für 1 Stunde",
  "quiet.tomorrow": "Bis morgen",
  "quiet.always": "Bis ich es ausschalte",
};
