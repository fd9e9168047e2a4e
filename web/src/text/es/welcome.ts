import type { TranslationOf } from "../translations.ts";
import type { welcomeText } from "../welcome.ts";

export const welcome: TranslationOf<typeof welcomeText, "es"> = {
  title: "Te damos la bienvenida a {org}",
  text: "Aquí se encuentran todos. Una buena forma de empezar:",
  invite: "Invitar a personas",
  inviteText: "con un enlace que vale una semana",
  picture: "Pon tu imagen",
  pictureText: "para que los demás vean quién escribe",
  switcher: "Prueba {keys}",
  search: "Prueba la búsqueda",
  switcherText: "lleva a todos los canales y personas",
  dismiss: "Entendido",
};
