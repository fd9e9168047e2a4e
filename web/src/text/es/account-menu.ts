import type { accountMenuText } from "../account-menu.ts";
import type { TranslationOf } from "../translations.ts";

export const accountMenu: TranslationOf<typeof accountMenuText, "es"> = {
  setStatus: "Poner un estado",
  profile: "Perfil",
  preferences: "Preferencias",
  people: "Personas",
  invite: "Invitar a personas",
  shortcuts: "Atajos de teclado",
  signOut: "Cerrar sesión",
  turnOff: "Desactivar «No molestar»",
  "quiet.30m": "Durante 30 minutos",
  "quiet.1h": "Durante 1 hora",
  "quiet.tomorrow": "Hasta mañana",
  "quiet.always": "Hasta que lo desactive",
};
