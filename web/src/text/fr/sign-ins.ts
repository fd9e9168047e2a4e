import type { signInText } from "../sign-ins.ts";
import type { TranslationOf } from "../translations.ts";

export const signIns: TranslationOf<typeof signInText, "fr"> = {
  title: "Connexions récentes",
  description:
    "Aussi celles qui ont échoué. Ce que tu ne reconnais pas peut être quelqu’un d’autre : change alors ton mot de passe.",
  "all.title": "Connexions",
  "all.lead": "Qui est entré ou a essayé, par quoi et d’où. Conservé six mois.",
  none: "Rien pour l’instant",
  noneHint: "Les connexions s’affichent ici.",
  new: "Nouvel appareil",
  unknownDevice: "Appareil inconnu",

  "result.in": "Connecté",
  "result.wrongPassword": "Mot de passe incorrect",
  "result.wrongCode": "Code incorrect",
  "result.copiedPasskey": "Clé d’accès copiée",
  "result.deactivated": "Le compte est désactivé",
  "result.unknown": "N’a pas marché",

  "method.password": "mot de passe",
  "method.passkey": "clé d’accès",
  "method.totp": "mot de passe et code",
  "method.recoveryCode": "mot de passe et code de récupération",
  "method.provider": "fournisseur d’identité",
  "method.providerAndFactor": "fournisseur d’identité et seconde étape",
  "method.unknown": "autrement",

  endOthers: "Déconnecter tous les autres",
  endedOthers: "Tu es déconnecté partout ailleurs",
};
