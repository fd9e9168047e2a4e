import type { providerText } from "../provider.ts";
import type { TranslationOf } from "../translations.ts";

export const provider: TranslationOf<typeof providerText, "es"> = {
  signIn: "Iniciar sesión con {name}",

  title: "Proveedor de identidad",
  description: "Iniciar sesión en {name} abre tu cuenta, si está vinculada.",
  linkedSince: "Vinculada {when}",
  notLinkedHint: "Vincula tu cuenta y podrás iniciar sesión en {name}.",
  link: "Vincular cuenta",
  remove: "Quitar vínculo",
  removeTitle: "¿Quitar el vínculo con {name}?",
  removeHint: "Iniciar sesión allí ya no abrirá tu cuenta.",
  removed: "Vínculo quitado",
};
