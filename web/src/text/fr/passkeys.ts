import type { passkeyText } from "../passkeys.ts";
import type { TranslationOf } from "../translations.ts";

export const passkeys: TranslationOf<typeof passkeyText, "fr"> = {
  signIn: "Se connecter avec une clé d’accès",
  signUp: "Créer un compte avec une clé d’accès",
  signUpHint: "Pas de mot de passe : ton appareil, ton téléphone ou une clé de sécurité l’ouvre.",
  or: "ou",

  "refused.cancelled": "Cela a été annulé ou a pris trop de temps. Réessaie.",
  "refused.known": "Cet appareil a déjà une clé d’accès pour ton compte.",
  "refused.unable": "Ton navigateur ou ton appareil ne sait pas le faire.",

  title: "Clés d’accès",
  description:
    "Elles ouvrent ton compte avec une empreinte, un visage ou un code PIN, et ne peuvent être ni devinées ni hameçonnées.",
  add: "Ajouter une clé d’accès",
  none: "Aucune clé d’accès",
  noneHint: "Ajoutes-en une pour cet appareil, ton téléphone ou une clé de sécurité.",
  elsewhere: "Les clés d’accès de ce serveur ne servent qu’à l’adresse {origin}.",
  unavailable:
    "Les clés d’accès demandent une adresse https avec un nom. Demande à la personne qui gère ce serveur.",
  unable: "Ce navigateur ne peut pas utiliser de clés d’accès.",
  added: "Clé d’accès ajoutée",
  unused: "Jamais utilisée",
  used: "Dernière utilisation {when}",
  backedUp: "Synchronisée",
  suspected: "Peut-être copiée",
  suspectedHint: "Elle n’ouvre plus rien. Retire-la.",
  name: "Nom",
  nameHint: "Pour que tu la reconnaisses.",
  continue: "Continuer",
  rename: "Renommer",
  renameThis: "Renommer {name}",
  renameTitle: "Renommer la clé d’accès",
  remove: "Retirer",
  removeThis: "Retirer {name}",
  removeTitle: "Retirer « {name} » ?",
  removeHint: "Elle n’ouvre plus ton compte. Retire-la aussi de ton appareil, dans ses réglages.",
  save: "Enregistrer",

  "confirm.title": "Montre que c’est toi",
  "confirm.lead": "Avant de changer quoi que ce soit à ta façon de te connecter.",
  "confirm.passkey": "Utiliser une clé d’accès",
  "confirm.password": "Mot de passe",
  "confirm.submit": "Continuer",
  "confirm.nothing": "Déconnecte-toi puis reconnecte-toi pour continuer.",

  "recovery.make": "Lien pour récupérer le compte",
  "recovery.title": "Récupérer le compte de {name}",
  "recovery.hint":
    "Pour une personne qui a perdu tout ce qui ouvre son compte. Le lien lui fait choisir un nouveau mot de passe et ferme toutes ses sessions. Un e-mail la prévient.",
  "recovery.create": "Créer le lien",
  "recovery.link": "Lien",
  "recovery.linkHint":
    "Transmets-le de façon à ce que personne d’autre ne l’ait. Il sert une fois, pendant un jour, et ne sera plus affiché.",
};
