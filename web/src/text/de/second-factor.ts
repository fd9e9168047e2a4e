import type { secondFactorText } from "../second-factor.ts";
import type { TranslationOf } from "../translations.ts";

export const secondFactor: TranslationOf<typeof secondFactorText, "de"> = {
  "step.title": "Zweiter Schritt",
  "step.lead": "Gib den Code ein, den deine App gerade anzeigt.",
  "step.code": "Code",
  "step.codeMissing": "Gib die sechs Ziffern ein.",
  "step.submit": "Anmelden",
  "step.useRecovery": "Stattdessen einen Wiederherstellungscode verwenden",
  "step.useApp": "Stattdessen die App verwenden",
  "step.recovery": "Wiederherstellungscode",
  "step.recoveryLead":
    "Gib einen der Codes ein, die du beim Einrichten der App aufbewahrt hast. Er gilt einmal.",
  "step.recoveryMissing": "Gib einen Wiederherstellungscode ein.",
  "step.back": "Zurück zur Anmeldung",
  "step.expired": "Das hat zu lange gedauert. Geh zurück und melde dich noch einmal an.",

  "enrol.title": "Zweiten Schritt einrichten",
  "enrol.lead":
    "Deine Organisation verlangt mehr als ein Passwort. Es dauert eine Minute und braucht eine App auf deinem Telefon.",

  "app.scan": "Scanne das mit einer App für Codes, etwa der in deinem Passwortmanager.",
  "app.picture": "QR-Code für deine App",
  "app.type": "Oder tippe das in die App:",
  "app.code": "Code, den die App anzeigt",
  "app.submit": "Bestätigen",

  "codes.title": "Deine Wiederherstellungscodes",
  "codes.lead":
    "Jeder lässt dich einmal hinein, wenn du dein Telefon verloren hast. Bewahre sie bei deinen Passwörtern auf: Sie werden nicht wieder angezeigt.",
  "codes.list": "Wiederherstellungscodes",
  "codes.done": "Ich habe sie aufbewahrt",

  title: "Codes einer App",
  description: "Wer dein Passwort hat, braucht dann noch dein Telefon.",
  on: "Eingerichtet",
  off: "Nicht eingerichtet",
  left: { one: "noch {count} Wiederherstellungscode", other: "noch {count} Wiederherstellungscodes" },
  noneLeft: "Keine Wiederherstellungscodes mehr. Erstelle neue.",
  setUp: "Einrichten",
  setUpTitle: "Codes einer App einrichten",
  renew: "Neue Wiederherstellungscodes",
  remove: "Entfernen",
  removeTitle: "Die App entfernen?",
  removeHint: "Zum Anmelden genügt dann dein Passwort.",
  removed: "App entfernt",
  due: "Deine Organisation verlangt ab {day} einen zweiten Schritt: Richte eine App ein oder füge einen Passkey hinzu.",

  "org.title": "Zweiter Schritt für alle",
  "org.description":
    "Dann kommt niemand mit dem Passwort allein hinein. Ein Passkey zählt als zwei Schritte; Schlüssel von Programmen bleiben, wie sie sind.",
  "org.never": "Nicht verlangt",
  "org.now": "Verlangt",
  "org.from": "Verlangt ab {day}",
  "org.label": "Verlangen",
  "org.choice.never": "Nie",
  "org.choice.now": "Sofort",
  "org.choice.7": "In 7 Tagen",
  "org.choice.30": "In 30 Tagen",
  "org.save": "Speichern",
  "org.saved": "Gespeichert",
};
