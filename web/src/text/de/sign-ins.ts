import type { signInText } from "../sign-ins.ts";
import type { TranslationOf } from "../translations.ts";

export const signIns: TranslationOf<typeof signInText, "de"> = {
  title: "Letzte Anmeldungen",
  description:
    "Auch die fehlgeschlagenen. Was du nicht kennst, kann jemand anderes sein: Dann ändere dein Passwort.",
  "all.title": "Anmeldungen",
  "all.lead": "Wer hereinkam oder es versuchte, womit und woher. Ein halbes Jahr aufbewahrt.",
  none: "Noch nichts",
  noneHint: "Anmeldungen erscheinen hier.",
  new: "Neues Gerät",
  unknownDevice: "Unbekanntes Gerät",

  "result.in": "Angemeldet",
  "result.wrongPassword": "Falsches Passwort",
  "result.wrongCode": "Falscher Code",
  "result.copiedPasskey": "Kopierter Passkey",
  "result.deactivated": "Konto ist deaktiviert",
  "result.unknown": "Hat nicht geklappt",

  "method.password": "Passwort",
  "method.passkey": "Passkey",
  "method.totp": "Passwort und Code",
  "method.recoveryCode": "Passwort und Wiederherstellungscode",
  "method.provider": "Identitätsanbieter",
  "method.providerAndFactor": "Identitätsanbieter und zweiter Schritt",
  "method.unknown": "auf andere Weise",

  endOthers: "Alle anderen abmelden",
  endedOthers: "Du bist überall sonst abgemeldet",
};
