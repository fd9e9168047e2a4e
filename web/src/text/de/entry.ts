import type { entryText } from "../entry.ts";
import type { TranslationOf } from "../translations.ts";

export const entry: TranslationOf<typeof entryText, "de"> = {
  "setup.title": "Chatter einrichten",
  "setup.lead": "Noch ist niemand hier. Benenne deine Organisation, und sie gehört dir.",
  "setup.orgName": "Organisation",
  "setup.orgExample": "Nordwind",
  "setup.submit": "Organisation erstellen",

  "login.title": "Bei {org} anmelden",
  "login.titlePlain": "Anmelden",
  "login.submit": "Anmelden",
  "login.forgotten": "Passwort vergessen?",
  "login.newHere": "Neu hier?",
  "login.register": "Konto erstellen",
  "login.invitationOnly": "Zum Mitmachen bitte jemanden, der dabei ist, um einen Einladungslink.",

  "withdrawn.title": "Deine Registrierung konnte nicht abgeschlossen werden",
  "withdrawn.again":
    "Von deiner Registrierung ist nichts geblieben. Registriere dich noch einmal; auch eine benutzte Einladung gilt wieder.",

  "register.title": "{org} beitreten",
  "register.lead": "Erstelle ein Konto, um mit den anderen zu reden.",
  "register.submit": "Konto erstellen",
  "register.haveAccount": "Schon ein Konto?",
  "register.closed": "Ohne Einladung kann sich hier niemand registrieren",
  "register.closedHint": "Bitte jemanden, der dabei ist, um einen Einladungslink.",
  "register.sent": "Sieh in deinen Mails nach",
  "register.sentHint":
    "Wir haben einen Link an {email} geschickt. Öffne ihn innerhalb eines Tages, und dein Konto ist da.",

  "join.title": "{org} beitreten",
  "join.lead": "Du bist eingeladen. Erstelle dein Konto, und du bist dabei.",
  "join.leadGuest": "Du bist als Gast eingeladen. Du siehst die Kanäle, zu denen du hinzugefügt wirst.",
  "join.submit": "{org} beitreten",
  "join.invalid": "Diese Einladung ist nicht gültig",
  "join.invalidHint":
    "Sie ist abgelaufen, wurde widerrufen oder ist aufgebraucht. Bitte um einen neuen Link.",
  "join.alreadyIn": "Du bist schon dabei",
  "join.alreadyInHint":
    "Du bist bei {org} als {email} angemeldet. Soll hier jemand anderes beitreten, melde dich zuerst ab.",
  "join.signedInAs": "Du bist als {email} angemeldet.",
  "join.signOut": "Abmelden",
  "join.continue": "Weiter zu Chatter",

  "reset.title": "Passwort vergessen",
  "reset.lead":
    "Gib deine E-Mail-Adresse ein, und wir schicken dir einen Link, um ein neues Passwort zu wählen.",
  "reset.submit": "Link senden",
  "reset.leadNoMail":
    "Dieser Server verschickt keine Mails. Er legt den Link zu einem neuen Passwort in seinen Mail-Ordner; wer ihn betreibt, kann ihn dir geben.",
  "reset.submitNoMail": "Link erstellen",
  "reset.written": "Bitte um deinen Link",
  "reset.writtenHint":
    "Gibt es ein Konto für {email}, liegt der Link im Mail-Ordner des Servers. Frag, wer ihn betreibt. Er gilt eine Stunde.",
  "reset.back": "Zurück zur Anmeldung",
  "reset.sent": "Sieh in deinen Mails nach",
  "reset.sentHint": "Gibt es ein Konto für {email}, ist ein Link unterwegs. Er gilt eine Stunde.",
  "reset.choose": "Wähle ein neues Passwort",
  "reset.chooseLead": "Danach bist du überall sonst abgemeldet.",
  "reset.save": "Passwort speichern",
  "reset.saved": "Passwort geändert",
  "reset.savedHint": "Du kannst dich jetzt damit anmelden.",
  "reset.invalid": "Dieser Link ist nicht gültig",
  "reset.invalidHint": "Er gilt einmal und eine Stunde lang. Bitte um einen neuen.",
  "reset.again": "Um einen neuen Link bitten",

  "verify.done": "E-Mail-Adresse bestätigt",
  "verify.doneHint": "Danke. Das war alles.",
  "verify.doneHintSignIn": "Danke. Du kannst dich jetzt anmelden.",
  "verify.invalid": "Dieser Link ist nicht gültig",
  "verify.invalidHint":
    "Er gilt einmal und einen Tag lang. In deinen Einstellungen kannst du um einen neuen bitten.",
  "verify.invalidHintSignIn":
    "Er gilt einmal und einen Tag lang. Hast du ihn schon benutzt, melde dich an. Wenn nicht, erstelle dein Konto noch einmal.",

  "entry.name": "Dein Name",
  "entry.email": "E-Mail",
  "entry.emailFixed": "Die Einladung gilt für diese Adresse.",
  "entry.password": "Passwort",
  "entry.newPassword": "Neues Passwort",
  "entry.nameMissing": "Gib deinen Namen ein.",
  "entry.emailMissing": "Gib deine E-Mail-Adresse ein.",
  "entry.passwordMissing": "Gib dein Passwort ein.",
  "entry.toLogin": "Anmelden",
  "entry.continue": "Weiter",
  "entry.failed": "Das hat nicht geklappt",
};
