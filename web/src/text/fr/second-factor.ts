import type { secondFactorText } from "../second-factor.ts";
import type { TranslationOf } from "../translations.ts";

export const secondFactor: TranslationOf<typeof secondFactorText, "fr"> = {
  "step.title": "Seconde étape",
  "step.lead": "Entre le code que ton application affiche maintenant.",
  "step.code": "Code",
  "step.codeMissing": "Entre les six chiffres.",
  "step.submit": "Se connecter",
  "step.useRecovery": "Utiliser plutôt un code de récupération",
  "step.useApp": "Utiliser plutôt l’application",
  "step.recovery": "Code de récupération",
  "step.recoveryLead":
    "Entre l’un des codes que tu as gardés en configurant l’application. Il sert une fois.",
  "step.recoveryMissing": "Entre un code de récupération.",
  "step.back": "Retour à la connexion",
  "step.expired": "Cela a pris trop de temps. Reviens en arrière et connecte-toi de nouveau.",

  "enrol.title": "Configurer une seconde étape",
  "enrol.lead":
    "Ton organisation demande plus qu’un mot de passe. Cela prend une minute, avec une application sur ton téléphone.",

  "app.scan": "Scanne ceci avec une application de codes, comme celle de ton gestionnaire de mots de passe.",
  "app.picture": "Code QR pour ton application",
  "app.type": "Ou tape ceci dans l’application :",
  "app.code": "Code affiché par l’application",
  "app.submit": "Confirmer",

  "codes.title": "Tes codes de récupération",
  "codes.lead":
    "Chacun te laisse entrer une fois si tu as perdu ton téléphone. Garde-les avec tes mots de passe : ils ne seront plus affichés.",
  "codes.list": "Codes de récupération",
  "codes.done": "Je les ai gardés",

  title: "Codes d’une application",
  description: "Qui a ton mot de passe a encore besoin de ton téléphone.",
  on: "Configuré",
  off: "Non configuré",
  left: {
    one: "Encore {count} code de récupération",
    many: "Encore {count} codes de récupération",
    other: "Encore {count} codes de récupération",
  },
  noneLeft: "Plus de codes de récupération. Crées-en de nouveaux.",
  setUp: "Configurer",
  setUpTitle: "Configurer les codes d’une application",
  renew: "Nouveaux codes de récupération",
  remove: "Retirer",
  removeTitle: "Retirer l’application ?",
  removeHint: "Ton mot de passe suffira alors pour te connecter.",
  removed: "Application retirée",
  due: "Ton organisation demande une seconde étape à partir du {day} : configure une application ou ajoute une clé d’accès.",

  "org.title": "Seconde étape pour tout le monde",
  "org.description":
    "Plus personne n’entre alors avec un mot de passe seul. Une clé d’accès compte pour deux étapes ; les clés des programmes restent telles quelles.",
  "org.never": "Non demandée",
  "org.now": "Demandée",
  "org.from": "Demandée à partir du {day}",
  "org.label": "La demander",
  "org.choice.never": "Jamais",
  "org.choice.now": "Tout de suite",
  "org.choice.7": "Dans 7 jours",
  "org.choice.30": "Dans 30 jours",
  "org.save": "Enregistrer",
  "org.saved": "Enregistré",
};
