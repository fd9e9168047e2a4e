import type { cardText } from "../cards.ts";
import type { TranslationOf } from "../translations.ts";

export const cards: TranslationOf<typeof cardText, "fr"> = {
  "preview.list": "Aperçus de liens",
  "preview.remove": "Retirer l’aperçu de {title}",
  "poll.options": "Choix",
  "poll.withdraw": "Retirer mon vote",
  "poll.showVoters": "Afficher qui a voté",
  "poll.hideVoters": "Masquer qui a voté",
  "poll.close": "Clore le sondage",
  "poll.closed": "Clos",
  "poll.closes": "Se termine {when}",
  "poll.multiple": "Plusieurs choix possibles",
  "poll.anonymous": "Anonyme",
  "poll.newOption": "Autre choix",
  "poll.add": "Ajouter",
  "poll.start": "Lancer un sondage",
  "poll.question": "Question posée",
  "poll.option": "Choix {number}",
  "poll.closesAt": "Se termine le (facultatif)",
  "poll.post": "Publier le sondage",
  "poll.allowMultiple": "Plusieurs choix sont possibles",
  "poll.allowAnonymous": "Anonyme",
  "poll.anonymousHint": "Personne ne saura qui a voté quoi, toi non plus.",
  "poll.allowOpen": "Les autres peuvent ajouter des choix",
  "poll.votes": { one: "{count} voix", many: "{count} voix", other: "{count} voix" },
  "poll.voters": {
    one: "{count} personne a voté",
    many: "{count} personnes ont voté",
    other: "{count} personnes ont voté",
  },
};
