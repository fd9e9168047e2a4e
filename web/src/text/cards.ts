import { textsOf } from "./part.ts";

/** What people read on cards below messages. */
export const cardText = textsOf("cards", {
  "preview.list": "Previews of links",
  "preview.remove": "Remove the preview of {title}",
  "poll.options": "Options",
  "poll.withdraw": "Withdraw vote",
  "poll.showVoters": "Show who voted",
  "poll.hideVoters": "Hide who voted",
  "poll.close": "Close poll",
  "poll.closed": "Closed",
  "poll.closes": "Closes {when}",
  "poll.multiple": "Several may be chosen",
  "poll.anonymous": "Anonymous",
  "poll.newOption": "Another option",
  "poll.add": "Add",
  "poll.start": "Start a poll",
  "poll.question": "Question",
  "poll.option": "Option {number}",
  "poll.closesAt": "Closes at (optional)",
  "poll.post": "Post poll",
  "poll.allowMultiple": "Several options may be chosen",
  "poll.allowAnonymous": "Anonymous",
  "poll.anonymousHint": "Nobody learns who voted for what, not even you.",
  "poll.allowOpen": "Others may add options",
  "poll.votes": { one: "{count} vote", other: "{count} votes" },
  "poll.voters": { one: "{count} person voted", other: "{count} people voted" },
} as const);
