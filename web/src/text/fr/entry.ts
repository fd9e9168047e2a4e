import type { entryText } from "../entry.ts";
import type { TranslationOf } from "../translations.ts";

export const entry: TranslationOf<typeof entryText, "fr"> = {
  "setup.title": "Installer Chatter",
  "setup.lead": "Il n’y a encore personne. Nomme ton organisation, et elle est à toi.",
  "setup.orgName": "Organisation",
  "setup.orgExample": "Vent du Nord",
  "setup.submit": "Créer l’organisation",

  "login.title": "Se connecter à {org}",
  "login.titlePlain": "Se connecter",
  "login.submit": "Se connecter",
  "login.forgotten": "Mot de passe oublié ?",
  "login.newHere": "Première visite ?",
  "login.register": "Créer un compte",
  "login.invitationOnly": "Pour rejoindre, demande un lien d’invitation à quelqu’un qui en fait partie.",

  "withdrawn.title": "Ton inscription n’a pas pu aboutir",
  "withdrawn.again":
    "Il ne reste rien de ton inscription. Inscris-toi de nouveau ; une invitation que tu as utilisée resservira aussi.",

  "register.title": "Rejoindre {org}",
  "register.lead": "Crée un compte pour parler avec les autres.",
  "register.submit": "Créer le compte",
  "register.haveAccount": "Déjà un compte ?",
  "register.closed": "Personne ne peut s’inscrire ici sans invitation",
  "register.closedHint": "Demande un lien d’invitation à quelqu’un qui en fait partie.",
  "register.sent": "Regarde tes e-mails",
  "register.sentHint":
    "Nous avons envoyé un lien à {email}. Ouvre-le dans la journée, et ton compte est prêt.",

  "join.title": "Rejoindre {org}",
  "join.lead": "Tu as une invitation. Crée ton compte, et tu y es.",
  "join.leadGuest": "Tu as une invitation comme invité. Tu verras les canaux auxquels on t’ajoute.",
  "join.submit": "Rejoindre {org}",
  "join.invalid": "Cette invitation ne peut pas être utilisée",
  "join.invalidHint": "Elle a expiré, a été révoquée ou est épuisée. Demande un nouveau lien.",
  "join.alreadyIn": "Tu en fais déjà partie",
  "join.alreadyInHint":
    "Ta session sur {org} est ouverte avec {email}. Pour que quelqu’un d’autre rejoigne ici, déconnecte-toi d’abord.",
  "join.signedInAs": "Ta session est ouverte avec {email}.",
  "join.signOut": "Se déconnecter",
  "join.continue": "Continuer vers Chatter",

  "reset.title": "Mot de passe oublié",
  "reset.lead": "Entre ton adresse e-mail, et nous t’envoyons un lien pour choisir un nouveau mot de passe.",
  "reset.submit": "Envoyer le lien",
  "reset.leadNoMail":
    "Ce serveur n’envoie pas d’e-mails. Il garde le lien vers un nouveau mot de passe dans son dossier de courrier, pour que la personne qui le gère te le transmette.",
  "reset.submitNoMail": "Créer un lien",
  "reset.written": "Demande ton lien",
  "reset.writtenHint":
    "S’il existe un compte pour {email}, le lien est dans le dossier de courrier du serveur. Demande à la personne qui le gère. Il est valable une heure.",
  "reset.back": "Retour à la connexion",
  "reset.sent": "Regarde tes e-mails",
  "reset.sentHint": "S’il existe un compte pour {email}, un lien est en route. Il est valable une heure.",
  "reset.choose": "Choisis un nouveau mot de passe",
  "reset.chooseLead": "Tu seras alors déconnecté partout ailleurs.",
  "reset.save": "Enregistrer le mot de passe",
  "reset.saved": "Mot de passe changé",
  "reset.savedHint": "Tu peux maintenant te connecter avec lui.",
  "reset.invalid": "Ce lien ne peut pas être utilisé",
  "reset.invalidHint": "Il sert une fois et pendant une heure. Demandes-en un nouveau.",
  "reset.again": "Demander un nouveau lien",

  "verify.done": "Adresse e-mail confirmée",
  "verify.doneHint": "Merci. C’est tout.",
  "verify.doneHintSignIn": "Merci. Tu peux maintenant te connecter.",
  "verify.invalid": "Ce lien ne peut pas être utilisé",
  "verify.invalidHint":
    "Il sert une fois et pendant un jour. Tu peux en demander un nouveau dans tes réglages.",
  "verify.invalidHintSignIn":
    "Il sert une fois et pendant un jour. Si tu l’as déjà utilisé, connecte-toi. Sinon, crée de nouveau ton compte.",

  "entry.name": "Ton nom",
  "entry.email": "E-mail",
  "entry.emailFixed": "L’invitation est pour cette adresse.",
  "entry.password": "Mot de passe",
  "entry.newPassword": "Nouveau mot de passe",
  "entry.nameMissing": "Entre ton nom.",
  "entry.emailMissing": "Entre ton adresse e-mail.",
  "entry.passwordMissing": "Entre ton mot de passe.",
  "entry.toLogin": "Se connecter",
  "entry.continue": "Continuer",
  "entry.failed": "Cela n’a pas marché",
};
