import type { formText } from "../form.ts";
import type { TranslationOf } from "../translations.ts";

export const form: TranslationOf<typeof formText, "de"> = {
  "combo.clear": "{field} leeren",
  "password.show": "Passwort anzeigen",
  "password.hide": "Passwort verbergen",
  "password.missing": {
    one: "Mindestens 10 Zeichen, noch {count}",
    other: "Mindestens 10 Zeichen, noch {count}",
  },
  "password.hint": "Mindestens 10 Zeichen; am besten ein paar Wörter.",
  "password.personal": "Nicht dein Name oder deine E-Mail-Adresse",
  "password.guessable": "Leicht zu erraten",
  "password.fair": "Mittelmäßig",
  "password.good": "Gut",
  "password.strong": "Stark",
};
