import type { TranslationOf } from "../translations.ts";
import type { welcomeText } from "../welcome.ts";

export const welcome: TranslationOf<typeof welcomeText, "fr"> = {
  title: "Bienvenue dans {org}",
  text: "C’est ici que tout le monde se retrouve. Un bon début :",
  invite: "Inviter des personnes",
  inviteText: "par un lien valable une semaine",
  picture: "Ajoute ton image",
  pictureText: "pour que les autres voient qui écrit",
  switcher: "Essaie {keys}",
  search: "Essaie la recherche",
  switcherText: "elle mène à tous les canaux et à toutes les personnes",
  dismiss: "Compris",
};
