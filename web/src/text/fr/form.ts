import type { formText } from "../form.ts";
import type { TranslationOf } from "../translations.ts";

export const form: TranslationOf<typeof formText, "fr"> = {
  "combo.clear": "Vider {field}",
  "password.show": "Afficher le mot de passe",
  "password.hide": "Masquer le mot de passe",
  "password.missing": {
    one: "Au moins 10 caractères, encore {count}",
    many: "Au moins 10 caractères, encore {count}",
    other: "Au moins 10 caractères, encore {count}",
  },
  "password.hint": "Au moins 10 caractères ; quelques mots, c’est le mieux.",
  "password.personal": "Ni ton nom ni ton adresse e-mail",
  "password.guessable": "Facile à deviner",
  "password.fair": "Moyen",
  "password.good": "Bon",
  "password.strong": "Fort",
};
