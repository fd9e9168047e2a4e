import type { cardText } from "../cards.ts";
import type { TranslationOf } from "../translations.ts";

export const cards: TranslationOf<typeof cardText, "de"> = {
  "preview.list": "Vorschau von Links",
  "preview.remove": "Vorschau von {title} entfernen",
  "poll.options": "Optionen",
  "poll.withdraw": "Stimme zurückziehen",
  "poll.showVoters": "Zeigen, wer abgestimmt hat",
  "poll.hideVoters": "Verbergen, wer abgestimmt hat",
  "poll.close": "Umfrage schließen",
  "poll.closed": "Geschlossen",
  "poll.closes": "Schließt {when}",
  "poll.multiple": "Mehrere wählbar",
  "poll.anonymous": "Anonym",
  "poll.newOption": "Weitere Option",
  "poll.add": "Hinzufügen",
  "poll.start": "Umfrage starten",
  "poll.question": "Frage",
  "poll.option": "Option {number}",
  "poll.closesAt": "Schließt am (optional)",
  "poll.post": "Umfrage posten",
  "poll.allowMultiple": "Mehrere Optionen sind wählbar",
  "poll.allowAnonymous": "Anonym",
  "poll.anonymousHint": "Niemand erfährt, wer wofür gestimmt hat, auch du nicht.",
  "poll.allowOpen": "Andere dürfen Optionen hinzufügen",
  "poll.votes": { one: "{count} Stimme", other: "{count} Stimmen" },
  "poll.voters": { one: "{count} Person hat abgestimmt", other: "{count} Personen haben abgestimmt" },
};
