import type { formText } from "../form.ts";
import type { TranslationOf } from "../translations.ts";

export const form: TranslationOf<typeof formText, "es"> = {
  "combo.clear": "Vaciar {field}",
  "password.show": "Mostrar contraseña",
  "password.hide": "Ocultar contraseña",
  "password.missing": {
    one: "Al menos 10 caracteres, falta {count}",
    many: "Al menos 10 caracteres, faltan {count}",
    other: "Al menos 10 caracteres, faltan {count}",
  },
  "password.hint": "Al menos 10 caracteres; lo mejor son unas cuantas palabras.",
  "password.personal": "Ni tu nombre ni tu correo electrónico",
  "password.guessable": "Fácil de adivinar",
  "password.fair": "Aceptable",
  "password.good": "Buena",
  "password.strong": "Fuerte",
};
