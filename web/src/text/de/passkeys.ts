import type { passkeyText } from "../passkeys.ts";
import type { TranslationOf } from "../translations.ts";

export const passkeys: TranslationOf<typeof passkeyText, "de"> = {
  signIn: "Mit einem Passkey anmelden",
  signUp: "Konto mit einem Passkey erstellen",
  signUpHint: "Kein Passwort: Dein Gerät, Telefon oder Sicherheitsschlüssel öffnet es.",
  or: "oder",

  "refused.cancelled": "Das wurde abgebrochen oder hat zu lange gedauert. Versuch es noch einmal.",
  "refused.known": "Dieses Gerät hat schon einen Passkey für dein Konto.",
  "refused.unable": "Dein Browser oder Gerät kann das nicht.",

  title: "Passkeys",
  description:
    "Sie öffnen dein Konto mit Fingerabdruck, Gesicht oder PIN und lassen sich weder erraten noch abfischen.",
  add: "Passkey hinzufügen",
  none: "Noch keine Passkeys",
  noneHint: "Füge einen für dieses Gerät, dein Telefon oder einen Sicherheitsschlüssel hinzu.",
  elsewhere: "Passkeys dieses Servers gelten nur unter {origin}.",
  unavailable: "Passkeys brauchen eine https-Adresse mit einem Namen. Frag, wer diesen Server betreibt.",
  unable: "Dieser Browser kann keine Passkeys verwenden.",
  added: "Passkey hinzugefügt",
  unused: "Nie benutzt",
  used: "Zuletzt benutzt {when}",
  backedUp: "Synchronisiert",
  suspected: "Vielleicht kopiert",
  suspectedHint: "Er öffnet nichts mehr. Entferne ihn.",
  name: "Name",
  nameHint: "Damit du ihn wiedererkennst.",
  continue: "Weiter",
  rename: "Umbenennen",
  renameThis: "{name} umbenennen",
  renameTitle: "Passkey umbenennen",
  remove: "Entfernen",
  removeThis: "{name} entfernen",
  removeTitle: "„{name}“ entfernen?",
  removeHint: "Er öffnet dein Konto nicht mehr. Entferne ihn auch von deinem Gerät, in dessen Einstellungen.",
  save: "Speichern",

  "confirm.title": "Zeig, dass du es bist",
  "confirm.lead": "Bevor sich etwas daran ändert, wie du dich anmeldest.",
  "confirm.passkey": "Passkey verwenden",
  "confirm.password": "Passwort",
  "confirm.submit": "Weiter",
  "confirm.nothing": "Melde dich ab und wieder an, um fortzufahren.",

  "recovery.make": "Link zum Wiederherstellen des Kontos",
  "recovery.title": "Konto von {name} wiederherstellen",
  "recovery.hint":
    "Für jemanden, der alles verloren hat, was das Konto öffnet. Über den Link wird ein neues Passwort gewählt und überall abgemeldet. Eine Mail sagt Bescheid.",
  "recovery.create": "Link erstellen",
  "recovery.link": "Link",
  "recovery.linkHint":
    "Gib ihn so weiter, dass ihn sonst niemand bekommt. Er gilt einmal, einen Tag lang, und wird nicht wieder angezeigt.",
};
